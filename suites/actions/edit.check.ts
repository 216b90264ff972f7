import { eventually } from '../kit/eventually.ts';
import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing, heardOnce } from '../kit/fence.ts';
import { sameId, show } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import type { Cast, Message } from './cast.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';
import { type Item, instant, withId } from './wire.ts';

/** Alice gives the message a new text, and all of these have heard of it. */
async function edits({ world }: Cast, a: Seat, id: Id, ...seats: Seat[]): Promise<string> {
  const text = world.text();
  a.edit(id, text);
  await given('The edit was not announced', () =>
    Promise.all(seats.map((seat) => seat.hears('edited', { message_id: sameId(id), text }))),
  );
  return text;
}

async function edited(cast: Cast): Promise<{ a: Seat; b: Seat; message: Message; text: string }> {
  const { a, b } = await cast.together();
  const message = await cast.message(a, a, b);
  return { a, b, message, text: await edits(cast, a, message.id, a, b) };
}

async function itemOf({ history, bob, room }: Cast, id: Id): Promise<Item> {
  const item = withId(await history(bob, room()), id);
  if (item === undefined) throw new Unmet('The message is not in the history.');
  return item;
}

check({
  says: 'Who edits a message of theirs hears of it, with the id and the new text.',
  requires: ['actions.edit.announced-to-the-author', 'actions.edit.frame-shape'],
  catches: ['edit-not-announced', 'edit-announced-with-old-text', 'edited-frame-without-text'],
  async run({ together, message, world }) {
    const { a, b } = await together();
    const { id } = await message(a, a, b);
    const text = world.text();
    a.edit(id, text);
    await a.hears('edited', { message_id: sameId(id), text });
  },
});

check({
  says: 'An edit is announced to every socket that a member has open in the room.',
  requires: ['actions.edit.announced-to-every-socket'],
  catches: ['edit-announced-to-newest-socket', 'edit-announced-to-its-author-only'],
  async run({ together, message, enter, room, alice, bob, world }) {
    const { a, b } = await together();
    const [secondOfBob, secondOfAlice] = [await enter(bob, room()), await enter(alice, room())];
    const { id } = await message(a, a, b, secondOfBob, secondOfAlice);
    a.edit(id, world.text());
    await Promise.all(
      [b, secondOfBob, a, secondOfAlice].map((seat) => seat.hears('edited', { message_id: sameId(id) })),
    );
  },
});

check({
  says: 'A socket hears of an edit once.',
  requires: ['actions.edit.announced-once'],
  catches: ['edit-announced-twice'],
  async run(cast) {
    const { a, b, message, text } = await edited(cast);
    await edits(cast, a, message.id, a, b);
    await cast.fence(a, a, b);
    for (const seat of [a, b])
      heardOnce(seat, {
        name: 'edited',
        pattern: { message_id: sameId(message.id), text },
        what: 'of the edit',
      });
  },
});

check({
  says: 'Nobody in another room hears of an edit.',
  requires: ['actions.edit.announcement-stays-in-the-room'],
  catches: ['edit-leaks-to-other-rooms'],
  async run(cast) {
    const { aliceElsewhere, c } = await cast.apart();
    const { text } = await edited(cast);
    const own = await cast.message(aliceElsewhere, aliceElsewhere, c);
    await edits(cast, aliceElsewhere, own.id, aliceElsewhere, c);
    await cast.fence(aliceElsewhere, aliceElsewhere, c);
    for (const seat of [c, aliceElsewhere])
      heardNothing(seat, { name: 'edited', pattern: { text }, what: 'of an edit in another room' });
  },
});

check({
  says: 'After an edit the history shows the new text.',
  requires: ['actions.edit.stored'],
  catches: ['edit-not-stored', 'second-edit-not-stored'],
  async run(cast) {
    const { a, message, text } = await edited(cast);
    expectMatch('The item', await itemOf(cast, message.id), { text });
    const again = await edits(cast, a, message.id, a);
    expectMatch('The item after a second edit', await itemOf(cast, message.id), { text: again });
  },
});

check({
  says: 'An edit changes nothing but the text, the status and the time of the change.',
  requires: ['actions.edit.changes-nothing-else'],
  catches: ['edit-moves-created-at', 'edit-changes-neighbour', 'edit-moves-to-the-end'],
  async run(cast) {
    const { bob, room, history } = cast;
    const { a, b } = await cast.together();
    const before = await cast.message(a, a, b);
    const message = await cast.message(a, a, b);
    const after = await cast.message(b, a, b);
    const own = [before, message, after].map(({ id }) => String(id));
    const earlier = await history(bob, room());
    await edits(cast, a, message.id, a, b);
    const later = await history(bob, room());
    for (const { id } of [before, message, after]) {
      const was = withId(earlier, id);
      if (was === undefined) throw new Unmet('A message is not in the history.');
      const isEdited = id === message.id;
      expectMatch(isEdited ? 'The edited message' : 'Another message', withId(later, id), {
        message_id: was.message_id,
        sender_id: was.sender_id,
        attachments: was.attachments,
        ...(isEdited ? {} : { text: was.text }),
      });
      const is = withId(later, id)?.created_at;
      expectTrue(
        instant('A created_at', is) === instant('A created_at', was.created_at),
        `the created_at of ${isEdited ? 'the edited message' : 'another message'} has changed`,
        { expected: show(was.created_at), received: show(is) },
      );
    }
    const order = (items: readonly Item[]): string =>
      items
        .map(({ message_id }) => own.indexOf(String(message_id)) + 1)
        .filter((place) => place > 0)
        .join(', ');
    expectTrue(order(earlier) === order(later), 'the edited message stands at another place', {
      expected: `the order ${order(earlier)}`,
      received: order(later),
    });
  },
});

check({
  says: 'After an edit the updated_at is later than before.',
  requires: ['actions.edit.moves-updated-at'],
  catches: ['edit-keeps-updated-at'],
  async run(cast) {
    const { a, b } = await cast.together();
    const { id } = await cast.message(a, a, b);
    const earlier = (await itemOf(cast, id)).updated_at;
    const was = instant('The updated_at', earlier);
    let later: unknown;
    // A target may show whole seconds: then it takes one until the time can have moved.
    const moved = await eventually(cast.world, async () => {
      await edits(cast, a, id, a);
      later = (await itemOf(cast, id)).updated_at;
      return instant('The updated_at', later) > was ? true : undefined;
    });
    expectTrue(moved === true, 'the updated_at did not move', {
      expected: `later than ${show(earlier)}`,
      received: show(later),
    });
  },
});

check({
  says: 'Editing a message that does not exist is announced to nobody and changes nothing.',
  requires: ['actions.edit.unknown-message'],
  catches: ['edit-of-unknown-is-announced', 'edit-of-unknown-makes-a-message'],
  async run(cast) {
    const { a, b, message, text: known } = await edited(cast);
    const text = cast.world.text();
    a.edit(2_000_000_011, text);
    await cast.processed(a, b);
    await cast.fence(b, b);
    for (const seat of [a, b])
      heardNothing(seat, {
        name: 'edited',
        pattern: { text },
        what: 'of an edit of a message that does not exist',
      });
    const items = await given('The history could not be read', () => cast.history(cast.alice, cast.room()));
    expectMatch('The message that exists', withId(items, message.id), { text: known });
    expectTrue(!items.some((item) => item.text === text), 'the text of the edit is in the history', {
      expected: 'no message with the text of an edit of a message that does not exist',
      received: show(text),
    });
  },
});

check({
  says: 'An edited text comes back as it was sent.',
  requires: ['actions.text.edited'],
  catches: ['edit-escapes-html', 'edit-trims-text'],
  async run(cast) {
    const { a, b } = await cast.together();
    const { id } = await cast.message(a, a, b);
    const text = `  <b>${cast.world.text()}</b> & e\u0301 \u{1F9EA} "quoted"\n `;
    a.edit(id, text);
    const heard = await given('The edit was not announced', () =>
      b.hears('edited', { message_id: sameId(id) }),
    );
    expectMatch('The frame', heard.value, { text }, heard);
    expectMatch('The item', await itemOf(cast, id), { text });
  },
});
