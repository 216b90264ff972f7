import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { heardOnce } from '../kit/fence.ts';
import { isObject, type Judge, sameId } from '../kit/match.ts';
import type { Cast, Message } from './cast.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';
import { about, idIn } from './wire.ts';

/** Alice writes while bob is in the room. */
async function readAtOnce(cast: Cast): Promise<{ a: Seat; b: Seat; message: Message }> {
  const { a, b } = await cast.together();
  return { a, b, message: await cast.message(a, a, b) };
}

/** The same, and everything that it causes has come. */
async function marked(cast: Cast): Promise<Awaited<ReturnType<typeof readAtOnce>>> {
  const { a, b, message } = await readAtOnce(cast);
  await given('The marks of a message did not come', () =>
    Promise.all([a.hears('delivered', about(message.id)), a.hears('read', about(message.id))]),
  );
  return { a, b, message };
}

check({
  says: 'The sender hears that a message was delivered.',
  requires: ['actions.status.sender-hears-delivered'],
  catches: ['no-delivered-mark'],
  async run(cast) {
    const { a, message } = await readAtOnce(cast);
    await a.hears('delivered', about(message.id));
  },
});

check({
  says: 'The sender hears that a message was delivered also while the other member is away.',
  requires: ['actions.status.delivered-although-absent'],
  catches: ['delivered-only-to-the-present'],
  async run({ alice, room, enter, message, processed }) {
    const a = await enter(alice, room());
    // Somebody who has just left may still count as present when the first message is sent.
    await message(a, a);
    await processed(a, a);
    const { id } = await message(a, a);
    await a.hears('delivered', about(id));
  },
});

check({
  says: 'The sender hears that a message was read when the other member is in the room.',
  requires: ['actions.status.sender-hears-read'],
  catches: ['no-read-mark'],
  async run(cast) {
    const { a, message } = await readAtOnce(cast);
    await a.hears('read', about(message.id));
  },
});

check({
  says: 'Of many messages that come quickly each is marked as delivered and as read.',
  requires: ['actions.status.sender-hears-delivered', 'actions.status.sender-hears-read'],
  catches: ['delivered-mark-lost-in-a-burst', 'read-mark-lost-in-a-burst'],
  async run(cast) {
    const { a, b } = await cast.together();
    const texts = Array.from({ length: 12 }, () => cast.world.text());
    for (const text of texts) a.say(text);
    const announced = await given('A message was not announced', () =>
      Promise.all(
        texts.map(async (text) => {
          await b.hears('chatMessage', { message: { text } });
          return a.hears('chatMessage', { message: { text } });
        }),
      ),
    );
    for (const [name, slug] of [
      ['delivered', 'sender-hears-delivered'],
      ['read', 'sender-hears-read'],
    ] as const)
      for (const heard of announced)
        await a.hears(name, about(idIn(heard)), { requirement: `actions.status.${slug}` });
  },
});

check({
  says: 'A message is announced, then marked as delivered, then marked as read.',
  requires: ['actions.status.delivered-comes-before-read'],
  catches: ['read-before-delivered'],
  async run(cast) {
    const { a, b, message } = await marked(cast);
    const frames = ['chatMessage', 'delivered', 'read'].flatMap((name) =>
      a.all(name, about(message.id)).slice(0, 1),
    );
    const order = frames.sort((one, other) => one.at - other.at).map(({ name }) => name);
    expectTrue(
      order.join() === 'chatMessage,delivered,read',
      `the frames came in the order ${order.join(', ')}`,
      { expected: 'chatMessage, delivered, read', received: order.join(', ') },
    );
    await cast.fence(a, b);
    const heard = b.all('delivered', about(message.id)).length > 0;
    cast.world.observe('The other member hears the marks', heard ? 'yes' : 'no');
  },
});

check({
  says: 'Both marks name the message that they are about.',
  requires: ['actions.status.marks-name-the-message'],
  catches: ['mark-with-other-id', 'mark-with-empty-text'],
  async run(cast) {
    const { a, message } = await readAtOnce(cast);
    for (const name of ['delivered', 'read']) {
      const mark = await given('A mark did not come', () =>
        a.hears(name, { message: sharesIdOrText(message) }, { since: message.heard.at }),
      );
      expectMatch(
        `The ${name} frame`,
        mark.value,
        {
          message: { message_id: sameId(message.id), text: message.text, sender_id: sameId(cast.alice.id) },
        },
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
  requires: ['actions.status.marked-once'],
  catches: ['marks-twice'],
  async run(cast) {
    const { a, b, message } = await marked(cast);
    const later = await cast.message(a, a, b);
    await given('The marks of a later message did not come', () => a.hears('read', about(later.id)));
    await cast.fence(a, a, b);
    heardOnce(a, { name: 'delivered', pattern: about(message.id), what: 'that the message was delivered' });
    heardOnce(a, { name: 'read', pattern: about(message.id), what: 'that the message was read' });
  },
});

check({
  says: 'The frames that mark a message look as documented.',
  requires: [
    'actions.status.delivered-frame-shape',
    'actions.status.delivered-frame-values',
    'actions.status.read-frame-shape',
    'actions.status.read-frame-values',
  ],
  catches: ['mark-without-sender', 'delivered-mark-says-send', 'read-mark-says-delivered'],
  async run(cast) {
    await marked(cast);
  },
});

check({
  says: 'Somebody who closes one of two sockets in the room still reads there.',
  requires: ['actions.status.read-while-one-socket-remains'],
  catches: ['offline-after-first-socket-closes'],
  async run(cast) {
    const { a, b } = await marked(cast);
    const second = await cast.enter(cast.bob, cast.room());
    await second.leave();
    await cast.fence(a, b);
    await cast.fence(b, a);
    const message = await cast.message(a, a, b);
    await a.hears('read', about(message.id));
  },
});
