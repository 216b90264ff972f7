import { eventually } from '../kit/eventually.ts';
import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardOnce } from '../kit/fence.ts';
import { isObject, type Judge, sameId, show } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import { about, unread } from './away.ts';
import { type Cast, check, type Message } from './driver.ts';
import type { HistoryItem, Seat } from './seat.ts';
import { itemOf } from './unchanged.ts';

/** Alice writes while bob is in the room. */
async function readAtOnce(cast: Cast): Promise<{ a: Seat; b: Seat; room: Id; message: Message }> {
  const { a, b, room } = await cast.together();
  return { a, b, room, message: await cast.message(a, a, b) };
}

check({
  says: 'The sender hears that a message was delivered.',
  requires: ['receipts.status.sender-hears-delivered'],
  catches: ['no-delivered-mark'],
  async run(cast) {
    const { a, message } = await readAtOnce(cast);
    await a.hears('delivered', about(message.id));
  },
});

check({
  says: 'The sender hears that a message was read when the recipient is in the room.',
  requires: ['receipts.status.sender-hears-read'],
  catches: ['no-read-mark'],
  async run(cast) {
    const { a, message } = await readAtOnce(cast);
    await a.hears('read', about(message.id));
  },
});

check({
  says: 'A message is not marked as read while the recipient is connected nowhere.',
  requires: ['receipts.status.not-read-while-offline'],
  catches: ['always-marks-read'],
  async run(cast) {
    const a = await cast.enter(cast.alice, await cast.room(cast.alice, cast.bob));
    await unread(cast, a, 'bob is connected nowhere');
  },
});

check({
  says: "A second socket of the sender's own does not make a message read.",
  requires: ['receipts.status.not-read-while-offline'],
  catches: ['own-sockets-read'],
  async run(cast) {
    const room = await cast.room(cast.alice, cast.bob);
    const a = await cast.enter(cast.alice, room);
    await given('Bob counts as present', () => unread(cast, a, 'bob is away'));
    await cast.enter(cast.alice, room);
    await unread(cast, a, 'only a second socket of the sender is there');
  },
});

check({
  says: 'A message is announced, then marked as delivered, then marked as read.',
  requires: ['receipts.status.delivered-comes-before-read'],
  catches: ['read-before-delivered'],
  async run(cast) {
    const { a, message } = await readAtOnce(cast);
    const [announced, delivered, read] = await given('The marks of a message did not come', () =>
      Promise.all([
        a.hears('chatMessage', about(message.id)),
        a.hears('delivered', about(message.id)),
        a.hears('read', about(message.id)),
      ]),
    );
    const order = [announced, delivered, read]
      .sort((one, other) => one.at - other.at)
      .map(({ name }) => name);
    expectTrue(
      order.join() === 'chatMessage,delivered,read',
      `the frames came in the order ${order.join(', ')}`,
      { expected: 'chatMessage, delivered, read', received: order.join(', ') },
    );
  },
});

check({
  says: 'Both marks name the message that they are about.',
  requires: ['receipts.status.marks-name-the-message'],
  catches: ['mark-with-other-id', 'mark-with-empty-text'],
  async run(cast) {
    const { a, message } = await readAtOnce(cast);
    for (const name of ['delivered', 'read']) {
      const mark = await given('A mark did not come', () =>
        a.hears(name, { message: sharesIdOrText(message) }),
      );
      expectMatch(
        `The ${name} frame`,
        mark.value,
        { message: { message_id: sameId(message.id), text: message.text, sender_id: sameId(cast.alice.id) } },
        mark,
      );
    }
  },
});

/** Finds the mark even when one of the two is wrong in it. */
function sharesIdOrText({ id, text }: Message): Judge {
  return (value) =>
    isObject(value) && (String(value['message_id']) === String(id) || value['text'] === text)
      ? true
      : 'is about another message';
}

check({
  says: 'A socket hears each mark of a message once.',
  requires: ['receipts.status.marked-once'],
  catches: ['marks-twice'],
  async run(cast) {
    const { a, b, message } = await readAtOnce(cast);
    await given('The marks of a message did not come', () =>
      Promise.all([a.hears('delivered', about(message.id)), a.hears('read', about(message.id))]),
    );
    await cast.fence(a, a, b);
    const later = await cast.message(a, a, b);
    await given('The marks of a later message did not come', () => a.hears('read', about(later.id)));
    heardOnce(a, { name: 'delivered', pattern: about(message.id), what: 'that the message was delivered' });
    heardOnce(a, { name: 'read', pattern: about(message.id), what: 'that the message was read' });
  },
});

check({
  says: 'The frames that mark a message look as documented.',
  requires: [
    'receipts.status.delivered-frame-shape',
    'receipts.status.delivered-frame-values',
    'receipts.status.read-frame-shape',
    'receipts.status.read-frame-values',
  ],
  catches: ['mark-without-sender', 'delivered-mark-says-send', 'read-mark-says-delivered'],
  async run(cast) {
    const { a, message } = await readAtOnce(cast);
    await given('The marks of a message did not come', () =>
      Promise.all([a.hears('delivered', about(message.id)), a.hears('read', about(message.id))]),
    );
  },
});

check({
  says: 'A message that nobody was there to read is stored as delivered.',
  requires: ['receipts.status.delivered-is-stored'],
  catches: ['status-not-stored'],
  async run(cast) {
    const room = await cast.room(cast.alice, cast.bob);
    const a = await cast.enter(cast.alice, room);
    // A departure may count late, and what was said before it may be marked late: then another message decides.
    const status = await eventually(cast.world, async () => {
      const message = await given('Bob counts as present', () => unread(cast, a, 'bob is away'));
      const shown = statusIn(await cast.history(cast.alice, room), message);
      return shown === 'read' ? undefined : shown;
    });
    expectTrue(
      status === 'delivered',
      `the history shows the status ${show(status ?? 'read')}, not "delivered"`,
      {
        expected: 'status delivered',
        received: show(status ?? 'read'),
      },
    );
  },
});

check({
  says: 'A message that was marked as read is stored as read.',
  requires: ['receipts.status.read-is-stored'],
  catches: ['read-not-stored'],
  async run(cast) {
    const { a, b, room, message } = await readAtOnce(cast);
    await given('The message was not marked as read', () => a.hears('read', about(message.id)));
    expectStatus(await cast.history(cast.alice, room), message, 'read');
    // It stays read, whoever comes and goes.
    await b.leave();
    expectStatus(await cast.history(cast.bob, room), message, 'read');
    expectStatus(await cast.history(cast.alice, room), message, 'read');
  },
});

function statusIn(items: readonly HistoryItem[], message: Message): unknown {
  const item = itemOf(items, message.id);
  if (item === undefined) throw new Unmet('The message is not in the history.');
  return item.status;
}

function expectStatus(items: readonly HistoryItem[], message: Message, status: string): void {
  const shown = statusIn(items, message);
  expectTrue(shown === status, `the history shows the status ${show(shown)}, not "${status}"`, {
    expected: `status ${status}`,
    received: show(shown),
  });
}

check({
  says: 'A message to somebody who has left is not marked as read.',
  requires: ['receipts.status.offline-after-leaving'],
  catches: ['stays-online-after-leaving'],
  async run(cast) {
    const { a, b, message } = await readAtOnce(cast);
    await given('The message was not marked as read while bob was there', () =>
      a.hears('read', about(message.id)),
    );
    await b.leave();
    await unread(cast, a, 'bob has left');
  },
});

check({
  says: 'A message to somebody whose connection was lost is not marked as read.',
  requires: ['receipts.status.offline-after-a-lost-connection'],
  catches: ['stays-online-after-lost-connection'],
  async run(cast) {
    const { a, b, message } = await readAtOnce(cast);
    await given('The message was not marked as read while bob was there', () =>
      a.hears('read', about(message.id)),
    );
    b.vanish();
    await b.closes();
    await unread(cast, a, "bob's connection was lost");
  },
});

check({
  says: 'Somebody who closes one of two sockets is still online.',
  requires: ['receipts.status.online-while-one-socket-remains'],
  catches: ['offline-after-first-socket-closes'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    for (const ending of ['leave', 'vanish'] as const) {
      const second = await cast.enter(cast.bob, room);
      await second[ending]();
      await second.closes();
      await cast.fence(a, b);
      const message = await cast.message(a, a, b);
      await a.hears('read', about(message.id));
    }
  },
});
