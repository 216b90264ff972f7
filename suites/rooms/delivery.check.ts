import { expectMatch, expectOpen, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import type { Actor } from './cast.ts';
import { check } from './driver.ts';

check({
  says: 'Two people who each connect to the other’s name hear each other.',
  requires: ['rooms.rooms.both-people-share-one-room'],
  catches: ['room-for-each-direction'],
  async run({ knock, alice, bob, world }) {
    const [a, b] = [await knock(alice, bob.username), await knock(bob, alice.username)];
    await Promise.all([a.settled(), b.settled()]);
    await given('A socket of a room does not open', async () => {
      expectOpen(a);
      expectOpen(b);
    });
    const [fromAlice, fromBob] = [world.text(), world.text()];
    a.say(fromAlice);
    await b.hears('chatMessage', { message: fromAlice });
    b.say(fromBob);
    await a.hears('chatMessage', { message: fromBob });
  },
});

check({
  says: 'A message reaches the other person.',
  requires: ['rooms.delivery.reaches-the-other'],
  catches: ['drop-message'],
  async run({ together, alice, world }) {
    const { a, b } = await together();
    for (const [from, to] of [
      [a, b],
      [b, a],
      [a, b],
    ] as const) {
      const text = world.text();
      from.say(text);
      await to.hears('chatMessage', { message: text });
    }
    const [echo] = a.all('chatMessage', { from_user: { username: alice.username } });
    world.observe(
      'Whether the sender hears their own message',
      echo === undefined ? 'they do not' : 'they do',
    );
  },
});

check({
  says: 'A message reaches every socket that the other person has in the room.',
  requires: ['rooms.delivery.reaches-every-socket'],
  catches: ['only-newest-socket-hears', 'only-first-socket-hears'],
  async run({ together, enter, alice, bob, world }) {
    const { a, b } = await together();
    const [second, third] = [await enter(bob, alice), await enter(bob, alice)];
    const text = world.text();
    a.say(text);
    await Promise.all([b, second, third].map((seat) => seat.hears('chatMessage', { message: text })));
  },
});

check({
  says: 'A message reaches no third person.',
  requires: ['rooms.delivery.stays-between-the-two'],
  catches: ['leaks-to-everybody', 'leaks-to-the-last-partner-of-the-author'],
  async run({ together, enter, message, fence, alice, bob, carol }) {
    const { a, b } = await together();
    const [aliceElsewhere, carolWithAlice] = [await enter(alice, carol), await enter(carol, alice)];
    const [bobElsewhere, carolWithBob] = [await enter(bob, carol), await enter(carol, bob)];
    const { text } = await message(a, b);
    for (const _ of ['first', 'second']) {
      await fence('cross', a, b);
      await fence('cross', aliceElsewhere, carolWithAlice);
      await fence('cross', bobElsewhere, carolWithBob);
    }
    for (const seat of [carolWithAlice, carolWithBob])
      heardNothing(seat, {
        name: 'chatMessage',
        pattern: { message: text },
        what: 'the message of alice to bob',
      });
  },
});

check({
  says: 'A message does not reach the sockets that its receiver has in other rooms.',
  requires: ['rooms.delivery.stays-off-other-rooms'],
  catches: ['leaks-to-all-sockets-of-receiver', 'leaks-to-other-rooms'],
  async run({ together, enter, message, fence, bob, carol }) {
    const { a, b } = await together();
    const [bobElsewhere, carolWithBob] = [await enter(bob, carol), await enter(carol, bob)];
    const { text } = await message(a, b);
    for (const _ of ['first', 'second']) {
      await fence('cross', a, b);
      await fence('cross', carolWithBob, bobElsewhere);
    }
    heardNothing(bobElsewhere, {
      name: 'chatMessage',
      pattern: { message: text },
      what: 'the message of another room',
    });
  },
});

check({
  says: 'A message to somebody who is connected nowhere is among the messages afterwards.',
  requires: ['rooms.delivery.waits-for-the-absent'],
  catches: ['forgets-messages-to-absent'],
  async run({ alone, find, alice, bob, world }) {
    const a = await alone(alice, bob);
    const text = world.text();
    a.say(text);
    expectTrue(
      (await find(bob, alice, text)) !== undefined,
      'the message that was sent while bob was connected nowhere is not among his messages',
      { expected: 'the message is there', received: 'it is not' },
    );
  },
});

check({
  says: 'The frame names the one who wrote the message.',
  requires: ['rooms.delivery.names-its-author'],
  catches: ['sender-is-receiver', 'frame-without-author', 'author-as-text'],
  async run({ together, message, alice, bob }) {
    const { a, b } = await together();
    const expectAuthor = async (from: typeof a, to: typeof a, { who, username }: Actor): Promise<void> => {
      const { heard } = await message(from, to);
      expectMatch(`The frame of ${who}'s message`, heard.value, { from_user: { username } }, heard);
    };
    await expectAuthor(a, b, alice);
    await expectAuthor(b, a, bob);
  },
});

check({
  says: 'A chat_message frame looks as documented.',
  requires: ['rooms.delivery.frame-shape', 'rooms.media.frame-has-multimedia-url'],
  catches: [
    'chat-message-without-room',
    'chat-message-without-date',
    'chat-message-without-url',
    'room-as-number',
  ],
  async run({ together, message }) {
    const { a, b } = await together();
    await message(a, b);
    await message(b, a);
  },
});

check({
  says: 'The time of a message has a zone, in the frame and in both lists.',
  requires: ['rooms.delivery.dates-have-a-zone'],
  catches: ['times-without-zone', 'message-times-without-zone', 'conversation-times-without-zone'],
  async run({ together, message, stored, conversationsWith, alice, bob }) {
    const { a, b } = await together();
    const { text } = await message(a, b);
    await stored(alice, bob, text);
    const [listed] = await conversationsWith(bob, alice);
    if (listed?.last_message === undefined) throw new Unmet('The conversation is not listed with a message.');
  },
});
