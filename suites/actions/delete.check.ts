import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing, heardOnce } from '../kit/fence.ts';
import { sameId } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import type { Cast, Message } from './cast.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';
import { withId } from './wire.ts';

/** The message is deleted, and all of these have heard of it. */
async function deletes(a: Seat, id: Id, ...seats: Seat[]): Promise<void> {
  a.remove(id);
  await given('The deletion was not announced', () =>
    Promise.all(seats.map((seat) => seat.hears('deleted', { message_id: sameId(id) }))),
  );
}

async function deleted(cast: Cast): Promise<{ a: Seat; b: Seat; message: Message }> {
  const { a, b } = await cast.together();
  const message = await cast.message(a, a, b);
  await deletes(a, message.id, a, b);
  return { a, b, message };
}

check({
  says: 'Who deletes a message of theirs hears of it, with the id.',
  requires: ['actions.delete.announced-to-the-author', 'actions.delete.frame-shape'],
  catches: ['delete-not-announced', 'deleted-frame-without-id', 'deleted-frame-with-id-as-text'],
  async run({ together, message }) {
    const { a, b } = await together();
    const { id } = await message(a, a, b);
    a.remove(id);
    await a.hears('deleted', { message_id: sameId(id) });
  },
});

check({
  says: 'A deletion is announced to every socket that a member has open in the room.',
  requires: ['actions.delete.announced-to-every-socket'],
  catches: ['delete-announced-to-newest-socket', 'delete-announced-to-its-author-only'],
  async run({ together, message, enter, room, alice, bob }) {
    const { a, b } = await together();
    const [secondOfBob, secondOfAlice] = [await enter(bob, room()), await enter(alice, room())];
    const { id } = await message(a, a, b, secondOfBob, secondOfAlice);
    a.remove(id);
    await Promise.all(
      [b, secondOfBob, a, secondOfAlice].map((seat) => seat.hears('deleted', { message_id: sameId(id) })),
    );
  },
});

check({
  says: 'A socket hears of a deletion once.',
  requires: ['actions.delete.announced-once'],
  catches: ['delete-announced-twice'],
  async run(cast) {
    const { a, b, message } = await deleted(cast);
    const later = await cast.message(a, a, b);
    await deletes(a, later.id, a, b);
    await cast.fence(a, a, b);
    for (const seat of [a, b])
      heardOnce(seat, {
        name: 'deleted',
        pattern: { message_id: sameId(message.id) },
        what: 'of the deletion',
      });
  },
});

check({
  says: 'Nobody in another room hears of a deletion.',
  requires: ['actions.delete.announcement-stays-in-the-room'],
  catches: ['delete-leaks-to-other-rooms'],
  async run(cast) {
    const { aliceElsewhere, c } = await cast.apart();
    const own = await cast.message(aliceElsewhere, aliceElsewhere, c);
    const { message } = await deleted(cast);
    await deletes(aliceElsewhere, own.id, aliceElsewhere, c);
    await cast.fence(aliceElsewhere, aliceElsewhere, c);
    if (String(own.id) === String(message.id))
      throw new Unmet('Messages of two rooms have one id, so that their deletions look alike.');
    for (const seat of [c, aliceElsewhere])
      heardNothing(seat, {
        name: 'deleted',
        pattern: { message_id: sameId(message.id) },
        what: 'of a deletion in another room',
      });
  },
});

check({
  says: 'A deleted message is not in the history any more.',
  requires: ['actions.delete.gone-from-history'],
  catches: ['delete-not-stored'],
  async run(cast) {
    const { a, b, message } = await deleted(cast);
    const later = await cast.message(a, a, b);
    const items = await cast.history(cast.bob, cast.room());
    if (withId(items, later.id) === undefined) throw new Unmet('A later message is not in the history.');
    const found = withId(items, message.id) ?? items.find(({ text }) => text === message.text);
    expectTrue(found === undefined, 'the deleted message is still in the history', {
      expected: `no message ${message.id}`,
      received: `${items.length} messages, this one among them`,
    });
  },
});

check({
  says: 'Deleting one message leaves the others as they are.',
  requires: ['actions.delete.leaves-the-others'],
  catches: ['delete-takes-the-next-one', 'delete-takes-everything'],
  async run(cast) {
    const { a, b } = await cast.together();
    const before = await cast.message(a, a, b);
    const message = await cast.message(a, a, b);
    const after = await cast.message(b, a, b);
    await deletes(a, message.id, a, b);
    const items = await cast.history(cast.bob, cast.room());
    for (const { id, text } of [before, after]) expectMatch('Another message', withId(items, id), { text });
  },
});

check({
  says: 'The id as text deletes the same message as the number.',
  requires: ['actions.delete.id-as-text'],
  catches: ['delete-wants-a-number'],
  async run(cast) {
    const { a, b } = await cast.together();
    const kept = await cast.message(a, a, b);
    const message = await cast.message(a, a, b);
    a.remove(String(message.id));
    for (const seat of [a, b]) await seat.hears('deleted', { message_id: sameId(message.id) });
    const items = await cast.history(cast.bob, cast.room());
    if (withId(items, kept.id) === undefined) throw new Unmet('The message before is not in the history.');
    expectTrue(withId(items, message.id) === undefined, 'the deleted message is still in the history', {
      expected: `no message ${message.id}`,
      received: 'it is there',
    });
  },
});

check({
  says: 'Deleting a message that does not exist is announced to nobody and changes nothing.',
  requires: ['actions.delete.unknown-message'],
  catches: ['delete-of-unknown-is-announced', 'delete-of-unknown-takes-the-last'],
  async run(cast) {
    const unknown = 2_000_000_011;
    const { a, b } = await deleted(cast);
    const { id, text } = await cast.message(a, a, b);
    const since = [a.mark, b.mark];
    a.remove(unknown);
    await cast.processed(a, b);
    await cast.fence(b, b);
    for (const [at, seat] of [a, b].entries())
      heardNothing(seat, {
        name: 'deleted',
        ...(since[at] === undefined ? {} : { since: since[at] }),
        pattern: { message_id: (value: unknown) => [String(unknown), String(id)].includes(String(value)) },
        what: 'of the deletion of a message that does not exist',
      });
    const items = await given('The history could not be read', () => cast.history(cast.alice, cast.room()));
    expectMatch('The message that exists', withId(items, id), { text });
  },
});

check({
  says: 'Deleting a message a second time is not announced again.',
  requires: ['actions.delete.only-once'],
  catches: ['second-delete-is-announced'],
  async run(cast) {
    const { a, b, message } = await deleted(cast);
    a.remove(message.id);
    await cast.processed(a, b);
    const again = b.isOpen && a.isOpen ? a : await cast.enter(cast.alice, cast.room());
    const later = await cast.message(again, again, b);
    await deletes(again, later.id, again, b);
    await cast.fence(again, again, b);
    for (const seat of [a, b])
      heardOnce(seat, {
        name: 'deleted',
        pattern: { message_id: sameId(message.id) },
        what: 'of the deletion',
      });
  },
});

check({
  says: 'A deleted message cannot be edited and does not come back.',
  requires: ['actions.delete.cannot-be-edited-afterwards'],
  catches: ['edit-revives-deleted', 'edit-of-deleted-is-announced'],
  async run(cast) {
    const { a, b, message } = await deleted(cast);
    const text = cast.world.text();
    a.edit(message.id, text);
    await cast.processed(a, b);
    const later = await cast.message(b, b);
    for (const seat of [a, b])
      heardNothing(seat, { name: 'edited', pattern: { text }, what: 'of an edit of a deleted message' });
    const items = await given('The history could not be read', () => cast.history(cast.bob, cast.room()));
    if (withId(items, later.id) === undefined) throw new Unmet('A later message is not in the history.');
    const back = withId(items, message.id) ?? items.find((item) => item.text === text);
    expectTrue(back === undefined, 'the deleted message is in the history again', {
      expected: `no message ${message.id}`,
      received: 'it is there',
    });
  },
});
