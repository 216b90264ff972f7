// Deleting a room. What is deleted here was supplied for it: every one of these checks is `fresh`.

import { eventually } from '../kit/eventually.ts';
import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import type { Reply } from '../kit/http.ts';
import { expectRefused } from '../kit/refusal.ts';
import { altered } from '../kit/token.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';
import { withId } from './wire.ts';

const succeeded = ({ status }: Reply): boolean => status >= 200 && status < 300;

function expectDeleted(reply: Reply): void {
  expectTrue(succeeded(reply), `the answer was ${reply.problem ?? reply.status}`, {
    expected: 'a status of success',
    received: `${reply.problem ?? reply.status}`,
    entry: reply.entry,
  });
}

/** Alice deletes the room of hers and bob's. */
async function deleted(cast: Cast): Promise<void> {
  await given('The room was not deleted', async () =>
    expectDeleted(await cast.deleteRoom(cast.alice, cast.room())),
  );
}

check({
  says: 'Deleting a room as one of its members is answered with a status of success.',
  requires: ['actions.rooms.delete-answers-with-success'],
  catches: ['delete-room-answers-404'],
  fresh: true,
  async run({ alice, room, deleteRoom }) {
    expectDeleted(await deleteRoom(alice, room()));
  },
});

check({
  says: 'A room that was deleted can be entered by neither of its members.',
  requires: ['actions.rooms.deleted-room-closes'],
  catches: ['deleted-room-still-opens', 'deleted-room-opens-for-the-other'],
  fresh: true,
  async run(cast) {
    const { a, b } = await cast.together();
    await Promise.all([a.leave(), b.leave()]);
    await deleted(cast);
    for (const person of [cast.alice, cast.bob]) {
      // Any status of success will do, also 202: who came in before the room was gone comes again.
      const early = await cast.knock(person, cast.room());
      const late = (await early.closes()) === undefined ? await cast.knock(person, cast.room()) : early;
      await expectRefused(late, `${person.who} in a deleted room`);
    }
  },
});

check({
  says: 'A room that was deleted is not listed any more.',
  requires: ['actions.rooms.deleted-room-leaves-the-list'],
  catches: ['lists-deleted-rooms'],
  fresh: true,
  async run(cast) {
    const { alice, together, message, listed, rooms, world } = cast;
    const { a, b } = await together();
    const { text } = await message(a, b);
    await given('The room is not listed before either', async () =>
      expectMatch('The item', await listed(alice, text), { content: text }),
    );
    await deleted(cast);
    const gone = await eventually(world, async () =>
      (await rooms(alice)).some((room) => room?.content === text) ? undefined : true,
    );
    expectTrue(gone === true, 'the deleted room is still listed', {
      expected: 'a list without the room',
      received: 'the item with the last message of the deleted room',
    });
  },
});

check({
  says: 'Deleting a room leaves the other rooms of its members as they are.',
  requires: ['actions.rooms.deletion-leaves-other-rooms'],
  catches: ['deletion-takes-other-rooms', 'deletion-takes-other-messages'],
  fresh: true,
  async run(cast) {
    const { alice, carol, elsewhere, apart, message, history, knock, world } = cast;
    const { aliceElsewhere, c } = await apart();
    const kept = await message(aliceElsewhere, aliceElsewhere, c);
    await Promise.all([aliceElsewhere.leave(), c.leave()]);
    await deleted(cast);
    const [again, other] = await Promise.all([knock(alice, elsewhere()), knock(carol, elsewhere())]);
    for (const seat of [again, other]) {
      await seat.settled();
      expectTrue(seat.isOpen, `${seat.who} does not get into another room any more`, {
        expected: 'the other room opens as before',
        received: seat.closing?.entry.what ?? 'no answer',
      });
    }
    const text = world.text();
    again.say(text);
    await other.hears('chatMessage', { message: { text } });
    const item = withId(await history(carol, elsewhere()), kept.id);
    expectMatch('The message in the other room', item, { text: kept.text });
  },
});

/** Answered without success, and afterwards the room is as before; the same by alice deletes it. */
async function livesOn(cast: Cast, attempt: () => Promise<Reply>): Promise<void> {
  const { alice, bob, room, enter, message } = cast;
  const { a, b } = await cast.together();
  const before = await message(a, a, b);
  await Promise.all([a.leave(), b.leave()]);
  const reply = await attempt();
  expectTrue(!succeeded(reply), `the deletion was answered with ${reply.status}`, {
    expected: 'an answer without success',
    received: `HTTP ${reply.status}`,
    entry: reply.entry,
  });
  const [alicesDoor, bobsDoor] = [await cast.knock(alice, room()), await cast.knock(bob, room())];
  for (const seat of [alicesDoor, bobsDoor]) {
    await seat.settled();
    expectTrue(seat.isOpen, 'the room is gone, although it was not to be deleted', {
      expected: `${seat.who} gets into the room as before`,
      received: seat.closing?.entry.what ?? 'no answer',
    });
  }
  await message(alicesDoor, alicesDoor, bobsDoor);
  const seat = await enter(alice, room());
  const items = await given('The history could not be read', () => seat.history());
  expectMatch('The message from before', withId(items, before.id), { text: before.text });
  await deleted(cast);
}

check({
  says: 'A room is not deleted for somebody without a token.',
  requires: ['actions.auth.delete-room-without-token'],
  catches: ['deletes-rooms-without-token'],
  fresh: true,
  run: (cast) => livesOn(cast, () => cast.tryToDeleteRoom(cast.alice, cast.room(), null)),
});

check({
  says: 'A room is not deleted for a token whose signature was altered.',
  requires: ['actions.auth.delete-room-with-altered-token'],
  catches: ['ignores-token-signature'],
  fresh: true,
  run: (cast) =>
    livesOn(cast, () => cast.tryToDeleteRoom(cast.alice, cast.room(), altered(cast.alice.token ?? ''))),
});

check({
  says: 'A room is not deleted for somebody who is not in it.',
  requires: ['actions.access.delete-room-by-outsider'],
  catches: ['outsiders-may-delete-rooms'],
  fresh: true,
  run: (cast) => livesOn(cast, () => cast.tryToDeleteRoom(cast.carol, cast.room())),
});
