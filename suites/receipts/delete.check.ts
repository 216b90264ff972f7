import { expectMatch, expectStatus, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing, heardOnce } from '../kit/fence.ts';
import { sameId } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import { type Cast, check, type Message } from './driver.ts';
import type { Seat } from './seat.ts';
import { itemOf } from './unchanged.ts';

const gone = [200, 204];

/** Alice deletes her message. */
async function deleted(cast: Cast): Promise<{ a: Seat; b: Seat; room: Id; message: Message }> {
  const { a, b, room } = await cast.together();
  const message = await cast.message(a, a, b);
  await given('The deletion was refused', async () =>
    expectStatus(await cast.remove(cast.alice, message.id), gone),
  );
  return { a, b, room, message };
}

check({
  says: "Deleting one's own message answers 204.",
  requires: ['receipts.delete.answers-204'],
  catches: ['delete-answers-200'],
  async run(cast) {
    const { a, b } = await cast.together();
    const message = await cast.message(a, a, b);
    const reply = await cast.remove(cast.alice, message.id);
    if (cast.world.accepts('delete-200-with-body') && reply.status === 200)
      return expectMatch('The answer', reply.body, { status: 'success' }, reply);
    expectStatus(reply, [204]);
  },
});

check({
  says: 'A deletion is announced to both members.',
  requires: ['receipts.delete.announced-to-the-room', 'receipts.delete.frame-shape'],
  catches: ['delete-not-announced', 'deleted-frame-without-id'],
  async run(cast) {
    const { a, b, message } = await deleted(cast);
    for (const seat of [a, b])
      await seat.hears(
        'deleted',
        { message_id: sameId(message.id) },
        { requirement: 'receipts.delete.announced-to-the-room' },
      );
  },
});

check({
  says: 'A deletion is announced to every socket in the room.',
  requires: ['receipts.delete.announced-to-every-socket'],
  catches: ['delete-announced-to-newest-socket'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const message = await cast.message(a, a, b);
    // Who comes later knows the message from the history.
    const seats = [a, b, await cast.enter(cast.bob, room), await cast.enter(cast.alice, room)];
    await given('The deletion was refused', async () =>
      expectStatus(await cast.remove(cast.alice, message.id), gone),
    );
    await Promise.all(seats.map((seat) => seat.hears('deleted', { message_id: sameId(message.id) })));
  },
});

check({
  says: 'A socket hears of a deletion once.',
  requires: ['receipts.delete.announced-once'],
  catches: ['delete-announced-twice'],
  async run(cast) {
    const { a, b, message } = await deleted(cast);
    await given('The deletion was not announced', () =>
      b.hears('deleted', { message_id: sameId(message.id) }),
    );
    await cast.fence(a, a, b);
    heardOnce(b, { name: 'deleted', pattern: { message_id: sameId(message.id) }, what: 'of the deletion' });
  },
});

check({
  says: 'Nobody in another room hears of a deletion.',
  requires: ['receipts.delete.announcement-stays-in-the-room'],
  catches: ['delete-leaks-to-other-rooms'],
  async run(cast) {
    const elsewhere = await cast.room(cast.alice, cast.carol);
    const [c, aliceElsewhere] = [
      await cast.enter(cast.carol, elsewhere),
      await cast.enter(cast.alice, elsewhere),
    ];
    const { b, message } = await deleted(cast);
    await given('The deletion was not announced', () =>
      b.hears('deleted', { message_id: sameId(message.id) }),
    );
    await cast.fence(aliceElsewhere, c);
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
  requires: ['receipts.delete.gone-from-history'],
  catches: ['delete-not-stored'],
  async run(cast) {
    const { message, room } = await deleted(cast);
    const items = await cast.history(cast.bob, room);
    const found = itemOf(items, message.id) ?? items.find(({ text }) => text === message.text);
    expectTrue(found === undefined, 'the deleted message is still in the history', {
      expected: `no message ${message.id}`,
      received: `${items.length} messages, this one among them`,
    });
  },
});

check({
  says: 'Deleting one message leaves the others as they are.',
  requires: ['receipts.delete.leaves-the-others'],
  catches: ['delete-takes-the-next-one', 'delete-takes-everything'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const [before, message, after] = [
      await cast.message(a, a, b),
      await cast.message(a, a, b),
      await cast.message(b, a, b),
    ];
    await given('The deletion was refused', async () =>
      expectStatus(await cast.remove(cast.alice, message.id), gone),
    );
    const items = await cast.history(cast.bob, room);
    for (const { id, text } of [before, after]) expectMatch('Another message', itemOf(items, id), { text });
  },
});

check({
  says: 'Deleting a message that does not exist is refused.',
  requires: ['receipts.delete.unknown-message'],
  catches: ['delete-unknown-answers-204'],
  async run(cast) {
    await deleted(cast);
    expectStatus(await cast.remove(cast.alice, 2_000_000_011), [403, 404]);
  },
});

check({
  says: 'Deleting a message a second time is refused and not announced.',
  requires: ['receipts.delete.only-once'],
  catches: ['delete-twice-answers-204'],
  async run(cast) {
    const { a, b, message } = await deleted(cast);
    await given('The deletion was not announced', () =>
      b.hears('deleted', { message_id: sameId(message.id) }),
    );
    expectStatus(await cast.remove(cast.alice, message.id), [403, 404]);
    await cast.fence(a, a, b);
    heardOnce(b, { name: 'deleted', pattern: { message_id: sameId(message.id) }, what: 'of the deletion' });
  },
});

check({
  says: 'A deleted message cannot be edited and does not come back.',
  requires: ['receipts.delete.cannot-be-edited-afterwards'],
  catches: ['edit-revives-deleted'],
  async run(cast) {
    const { a, b, message, room } = await deleted(cast);
    const since = b.mark;
    expectStatus(await cast.edit(cast.alice, message.id, { text: cast.world.text() }), [403, 404]);
    await cast.fence(a, a, b);
    heardNothing(b, {
      name: 'edited',
      since,
      pattern: { message_id: sameId(message.id) },
      what: 'of an edit of a deleted message',
    });
    const items = await given('The history could not be read', () => cast.history(cast.bob, room));
    if (items.length === 0)
      throw new Unmet('The history is empty, although a message was sent after the deletion.');
    expectTrue(itemOf(items, message.id) === undefined, 'the deleted message is in the history again', {
      expected: `no message ${message.id}`,
      received: 'it is there',
    });
  },
});
