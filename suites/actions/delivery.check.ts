import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { sameId, show } from '../kit/match.ts';
import { check } from './driver.ts';
import { withId } from './wire.ts';

check({
  says: 'A message reaches the other member of the room.',
  requires: ['actions.delivery.reaches-the-other-member'],
  catches: ['drop-message'],
  async run({ together, world }) {
    const { a, b } = await together();
    const text = world.text();
    a.say(text);
    await b.hears('chatMessage', { message: { text } });
  },
});

check({
  says: 'A message reaches the socket of the one who wrote it.',
  requires: ['actions.delivery.reaches-the-sender'],
  catches: ['no-echo'],
  async run({ together, world }) {
    const { a } = await together();
    const text = world.text();
    a.say(text);
    await a.hears('chatMessage', { message: { text } });
  },
});

check({
  says: 'A message reaches every socket that a member has open in the room.',
  requires: ['actions.delivery.reaches-every-socket'],
  catches: ['only-newest-socket-hears', 'only-first-socket-hears'],
  async run({ together, enter, room, alice, bob, world }) {
    const { a, b } = await together();
    const [secondOfBob, secondOfAlice] = [await enter(bob, room()), await enter(alice, room())];
    const text = world.text();
    a.say(text);
    await Promise.all(
      [b, secondOfBob, a, secondOfAlice].map((seat) => seat.hears('chatMessage', { message: { text } })),
    );
  },
});

check({
  says: 'A message is not heard in another room.',
  requires: ['actions.delivery.stays-in-the-room'],
  catches: ['leaks-to-other-rooms'],
  async run({ together, apart, message, fence }) {
    const { aliceElsewhere, c } = await apart();
    const { a, b } = await together();
    const { text } = await message(a, a, b);
    await fence(a, b);
    await fence(aliceElsewhere, aliceElsewhere, c);
    for (const seat of [c, aliceElsewhere])
      heardNothing(seat, {
        name: 'chatMessage',
        pattern: { message: { text } },
        what: 'the message of another room',
      });
  },
});

check({
  says: 'A message that was sent while a member was away is in the history on coming back.',
  requires: ['actions.delivery.waits-for-the-absent'],
  catches: ['forgets-messages-to-absent', 'not-stored'],
  async run({ alice, bob, room, enter, message, history }) {
    const a = await enter(alice, room());
    const { id, text } = await message(a, a);
    const items = await history(bob, room());
    expectTrue(
      items.some((item) => sameId(id)(item.message_id) === true || item.text === text),
      'the message that was sent while bob was away is not in his history',
      { expected: 'the message is in the history', received: `${items.length} other messages` },
    );
  },
});

check({
  says: 'The frame names the one who wrote the message.',
  requires: ['actions.delivery.names-its-author'],
  catches: ['sender-is-receiver'],
  async run({ together, world, alice, bob }) {
    const { a, b } = await together();
    for (const [from, to, author] of [
      [a, b, alice],
      [b, a, bob],
    ] as const) {
      const text = world.text();
      from.say(text);
      const heard = await given('A message did not arrive', () =>
        to.hears('chatMessage', { message: { text } }),
      );
      expectMatch(
        `The frame of a message of ${from.who}'s`,
        heard.value,
        { message: { sender_id: sameId(author.id) } },
        heard,
      );
    }
  },
});

check({
  says: 'Two messages have two different ids.',
  requires: ['actions.delivery.every-message-has-its-own-id'],
  catches: ['reuses-message-ids'],
  async run({ together, message }) {
    const { a, b } = await together();
    const sent = [await message(a, a, b), await message(b, a, b), await message(a, a, b)];
    const ids = sent.map(({ id }) => String(id));
    expectTrue(new Set(ids).size === ids.length, `three messages have the ids ${ids.join(', ')}`, {
      expected: 'three different ids',
      received: ids.join(', '),
    });
  },
});

check({
  says: 'A chat_message frame looks as documented.',
  requires: [
    'actions.delivery.frame-shape',
    'actions.delivery.frame-values',
    'actions.delivery.frame-status',
  ],
  catches: [
    'chat-message-without-updated-at',
    'message-id-as-text',
    'status-sent-instead-of-send',
    'frame-times-without-zone',
  ],
  async run({ together, message }) {
    const { a, b } = await together();
    await message(a, a, b);
  },
});

check({
  says: 'A room_id in the frame does not carry a message into another room.',
  requires: ['actions.delivery.room-comes-from-the-address'],
  catches: ['room-from-frame'],
  async run({ together, apart, elsewhere, message, processed, fence, history, carol, world }) {
    const { aliceElsewhere, c } = await apart();
    const { a, b } = await together();
    await message(a, a, b);
    const text = world.text();
    a.say(text, { room_id: elsewhere(), room: elsewhere() });
    await processed(a, b);
    const { id } = await message(aliceElsewhere, aliceElsewhere, c);
    await fence(aliceElsewhere, c);
    for (const seat of [c, aliceElsewhere])
      heardNothing(seat, {
        name: 'chatMessage',
        pattern: { message: { text } },
        what: 'a message that was sent in another room',
      });
    const items = await history(carol, elsewhere());
    if (withId(items, id) === undefined) throw new Unmet('The history does not hold what was said there.');
    expectTrue(!items.some((item) => item.text === text), 'the message is in the history of another room', {
      expected: 'no message that was sent in another room',
      received: show(text),
    });
  },
});

check({
  says: 'Messages stand in the history in the order in which they were sent.',
  requires: ['actions.delivery.in-the-order-sent'],
  catches: ['history-in-order-of-texts'],
  async run({ together, room, bob, history, world }) {
    const { a } = await together();
    const texts = Array.from({ length: 12 }, () => world.text());
    for (const text of texts) a.say(text);
    await given('The messages were not announced', () =>
      Promise.all(texts.map((text) => a.hears('chatMessage', { message: { text } }))),
    );
    const items = await history(bob, room());
    const places = texts.flatMap((text) => {
      const place = items.findIndex((item) => item.text === text);
      return place === -1 ? [] : [place];
    });
    if (places.length < texts.length) throw new Unmet('A message is not in the history.');
    // Whether the history begins with the oldest or the newest is another requirement's business.
    const forwards = places.every((place, n) => n === 0 || place > (places[n - 1] ?? 0));
    const backwards = places.every((place, n) => n === 0 || place < (places[n - 1] ?? 0));
    expectTrue(forwards || backwards, 'the history holds the messages in another order', {
      expected: 'twelve messages in the order in which alice sent them',
      received: `places ${places.join(', ')}`,
    });
  },
});
