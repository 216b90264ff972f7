import { expectStatus, expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import type { Reply } from '../kit/http.ts';
import { sameId, show } from '../kit/match.ts';
import { expectRefused } from '../kit/refusal.ts';
import { type Actor, type Cast, check, type Message } from './driver.ts';
import type { Seat } from './seat.ts';
import { expectUnchanged } from './unchanged.ts';

check({
  says: 'Nobody gets into a room that does not exist.',
  requires: ['receipts.access.unknown-room-closes'],
  catches: ['opens-unknown-rooms'],
  async run({ alice, bob, room, enter, knock }) {
    await enter(alice, await room(alice, bob));
    await expectRefused(await knock(alice, 2_000_000_011), 'a room that does not exist');
  },
});

check({
  says: 'Somebody who is not a member does not get into the room.',
  requires: ['receipts.access.non-member-closes'],
  catches: ['lets-outsiders-in'],
  async run(cast) {
    const { room } = await cast.together();
    await cast.enter(cast.carol, await cast.room(cast.alice, cast.carol));
    await expectRefused(await cast.knock(cast.carol, room), 'somebody who is not a member');
  },
});

check({
  says: 'Somebody who is not a member is shown no message of the room before being turned away.',
  requires: ['receipts.access.non-member-sees-no-history'],
  catches: ['shows-history-before-closing'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const { text } = await cast.message(a, b);
    const outsider = await cast.knock(cast.carol, room);
    await given('The outsider was not turned away', () =>
      expectRefused(outsider, 'somebody who is not a member'),
    );
    const shown = outsider.heard.find(({ value }) => JSON.stringify(value).includes(text));
    expectTrue(shown === undefined, 'somebody who is not a member was shown a message of the room', {
      expected: 'no message of the room',
      received: show(shown?.value),
      ...(shown === undefined ? {} : { entry: shown.entry }),
    });
  },
});

check({
  says: 'What somebody who is not a member writes reaches nobody and is not stored.',
  requires: ['receipts.access.non-member-cannot-send'],
  catches: ['lets-outsiders-write'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const outsider = await cast.knock(cast.carol, room);
    const text = cast.world.text();
    if (outsider.isOpen) {
      outsider.say(text);
      await outsider.until(() => outsider.heard.find(({ name }) => name === 'chatMessage'));
    }
    await cast.fence(a, a, b);
    heardNothing(b, {
      name: 'chatMessage',
      pattern: { message: { text } },
      what: 'the message of somebody who is not a member',
    });
    const items = await given('The history could not be read', () => cast.history(cast.alice, room));
    const stored = items.find((item) => item.text === text);
    expectTrue(stored === undefined, 'the message of somebody who is not a member is in the history', {
      expected: `no message ${show(text)}`,
      received: show(stored),
    });
  },
});

type Attempt = (cast: Cast, as: Actor, message: Message) => Promise<Reply>;

async function editedByItsAuthor(
  cast: Cast,
  { message, author, seats }: { message: Message; author: Actor; seats: readonly Seat[] },
): Promise<void> {
  const text = cast.world.text();
  await given("The author's own edit was refused", async () =>
    expectStatus(await cast.edit(author, message.id, { text }), [200]),
  );
  await given("The author's own edit was not announced", () =>
    Promise.all(seats.map((seat) => seat.hears('edited', { message_id: sameId(message.id) }))),
  );
  message.text = text;
}

const touches = {
  edit: {
    event: 'edited',
    requires: 'edit',
    attempt: (cast: Cast, as: Actor, { id }: Message) => cast.edit(as, id, { text: cast.world.text() }),
    succeeds: [200],
  },
  delete: {
    event: 'deleted',
    requires: 'delete',
    attempt: (cast: Cast, as: Actor, { id }: Message) => cast.remove(as, id),
    succeeds: [200, 204],
  },
} as const;

for (const [verb, { event, attempt, succeeds }] of Object.entries(touches)) {
  const refuses = async (
    cast: Cast,
    intruder: Actor,
    { tries = attempt, author = cast.alice }: { tries?: Attempt; author?: Actor } = {},
  ): Promise<void> => {
    const { a, b, room } = await cast.together();
    const message = await cast.message(author === cast.alice ? a : b, a, b);
    if (author !== cast.alice) await editedByItsAuthor(cast, { message, author, seats: [a, b] });
    const [sinceA, sinceB] = [a.mark, b.mark];
    const reply = await tries(cast, intruder, message);
    expectStatus(reply, [403, 404]);
    await cast.fence(a, a, b);
    heardNothing(a, { name: event, since: sinceA, what: `a ${event} frame for a refused request` });
    heardNothing(b, { name: event, since: sinceB, what: `a ${event} frame for a refused request` });
    await expectUnchanged(cast, room, message);
    await given(`The author's own ${verb} is refused, too`, async () =>
      expectStatus(await attempt(cast, author, message), succeeds),
    );
  };

  check({
    says: `The other member of the room cannot ${verb} somebody's message.`,
    requires: [`receipts.access.${verb}-by-other-member`],
    catches: [`anybody-in-the-room-may-${verb}`],
    async run(cast) {
      await refuses(cast, cast.bob);
      // The other way round as well: whoever is named first has no more rights, and an edited message keeps its author.
      await refuses(cast, cast.alice, { author: cast.bob });
    },
  });

  check({
    says: `Somebody outside the room cannot ${verb} a message in it.`,
    requires: [`receipts.access.${verb}-by-outsider`],
    catches: [`outsiders-may-${verb}`],
    async run(cast) {
      // They know each other from another room.
      await cast.room(cast.alice, cast.carol);
      await refuses(cast, cast.carol);
    },
  });

  if (verb === 'edit')
    check({
      says: "The other member cannot edit somebody's message by claiming to be them.",
      requires: ['receipts.access.edit-by-other-member'],
      catches: ['claimed-author-may-change'],
      run: (cast) =>
        refuses(cast, cast.bob, {
          tries: (_, as, { id }) => {
            const { id: claimed, email } = cast.alice;
            const body = {
              text: cast.world.text(),
              sender_id: claimed,
              user_id: claimed,
              sender_email: email,
            };
            return cast.edit(as, id, body);
          },
        }),
    });
}
