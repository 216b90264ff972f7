import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { sameId } from '../kit/match.ts';
import { check } from './driver.ts';

check({
  says: 'A message reaches the other member of the room.',
  requires: ['receipts.delivery.reaches-the-other-member'],
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
  requires: ['receipts.delivery.reaches-the-sender'],
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
  requires: ['receipts.delivery.reaches-every-socket'],
  catches: ['only-newest-socket-hears', 'only-first-socket-hears'],
  async run({ together, enter, alice, bob, carol, room: roomOf, world }) {
    const { a, b, room } = await together();
    const [secondOfBob, secondOfAlice] = [await enter(bob, room), await enter(alice, room)];
    // Being in another room as well takes nobody out of this one.
    await enter(alice, await roomOf(alice, carol));
    const text = world.text();
    a.say(text);
    await Promise.all(
      [b, secondOfBob, a, secondOfAlice].map((seat) => seat.hears('chatMessage', { message: { text } })),
    );
  },
});

check({
  says: 'A message is not heard in another room.',
  requires: ['receipts.delivery.stays-in-the-room'],
  catches: ['leaks-to-other-rooms'],
  async run({ together, enter, room, message, fence, alice, carol }) {
    const { a, b } = await together();
    const elsewhere = await room(alice, carol);
    const [c, aliceElsewhere] = [await enter(carol, elsewhere), await enter(alice, elsewhere)];
    const sent = await message(a, a, b);
    await fence(a, b);
    await fence(aliceElsewhere, c);
    for (const seat of [c, aliceElsewhere])
      heardNothing(seat, {
        name: 'chatMessage',
        pattern: { message: { text: sent.text } },
        what: 'the message of another room',
      });
  },
});

check({
  says: 'A message that was sent while a member was away is in the history on coming back.',
  requires: ['receipts.delivery.waits-for-the-absent'],
  catches: ['forgets-messages-to-absent'],
  async run({ alice, bob, room, enter, message, history }) {
    const id = await room(alice, bob);
    const a = await enter(alice, id);
    const sent = await message(a, a);
    // Nobody is in the room any more when bob comes.
    await a.leave();
    const items = await history(bob, id);
    expectTrue(
      items.some(({ text }) => text === sent.text),
      'the message that was sent while bob was away is not in his history',
      { expected: 'the message is in the history', received: `${items.length} other messages` },
    );
  },
});

check({
  says: 'The frame names the one who wrote the message.',
  requires: ['receipts.delivery.names-its-author'],
  catches: ['sender-is-receiver'],
  async run({ together, world, alice, bob }) {
    const { a, b } = await together();
    const [fromAlice, fromBob] = [world.text(), world.text()];
    a.say(fromAlice);
    b.say(fromBob);
    const one = await given('A message did not arrive', () =>
      b.hears('chatMessage', { message: { text: fromAlice } }),
    );
    const other = await given('A message did not arrive', () =>
      a.hears('chatMessage', { message: { text: fromBob } }),
    );
    expectMatch("The frame of alice's message", one.value, { message: { sender_id: sameId(alice.id) } }, one);
    expectMatch("The frame of bob's message", other.value, { message: { sender_id: sameId(bob.id) } }, other);
  },
});

check({
  says: 'Two messages have two different ids.',
  requires: ['receipts.delivery.every-message-has-its-own-id'],
  catches: ['reuses-message-ids'],
  async run({ together, message, remove, alice }) {
    const { a, b } = await together();
    const sent = [await message(a, a, b), await message(b, a, b), await message(a, a, b)];
    // Nor does the next message get the id of one that is gone.
    const newest = sent.at(-1);
    if (newest !== undefined) await remove(alice, newest.id);
    sent.push(await message(a, a, b));
    const ids = sent.map(({ id }) => String(id));
    expectTrue(new Set(ids).size === ids.length, `four messages have the ids ${ids.join(', ')}`, {
      expected: 'four different ids',
      received: ids.join(', '),
    });
  },
});

check({
  says: 'A chat_message frame looks as documented.',
  requires: ['receipts.delivery.frame-shape', 'receipts.delivery.frame-values'],
  catches: ['chat-message-without-updated-at', 'message-id-as-text', 'status-sent-instead-of-send'],
  async run({ together, message }) {
    const { a, b } = await together();
    await message(a, a, b);
  },
});
