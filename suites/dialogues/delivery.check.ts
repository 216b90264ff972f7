import { expectMatch } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import type { Judge } from '../kit/match.ts';
import { type Actor, check } from './driver.ts';
import { sameInstant } from './time.ts';
import { typesUntilHeard } from './typing.ts';

check({
  says: 'Every message reaches the receive socket of its receiver.',
  requires: ['dialogues.delivery.reaches-the-receiver'],
  catches: ['drop-message', 'drops-every-fifth-message'],
  async run({ together, fence, world }) {
    const { a, b, toBob } = await together();
    const messages = Array.from({ length: 10 }, () => toBob.say());
    for (const { text } of messages) await b.hears('newMsgHeard', { message: text });
    await fence(toBob, b);
    const own = a.all('newMsgHeard', { message: messages[0]?.text }).length > 0;
    world.observe("The sender's own receive socket", own ? 'hears the message' : 'hears nothing');
  },
});

check({
  says: 'Either of two people can write, and the other hears it.',
  requires: ['dialogues.delivery.both-directions'],
  catches: ['one-way-dialogues'],
  async run({ together }) {
    const { a, b, toBob, toAlice } = await together();
    const [fromAlice, fromBob] = [toBob.say(), toAlice.say()];
    await b.hears('newMsgHeard', { message: fromAlice.text });
    await a.hears('newMsgHeard', { message: fromBob.text });
  },
});

check({
  says: 'Of two send sockets, each carries messages to the person in its own address.',
  requires: ['dialogues.delivery.follows-the-address'],
  catches: ['newest-send-socket-decides'],
  async run({ together, inbox, chat, alice, carol }) {
    const { b, toBob } = await together();
    const [c, toCarol] = [await inbox(carol), await chat(alice, carol)];
    const [forBob, forCarol, alsoForBob] = [toBob.say(), toCarol.say(), toBob.say()];
    await b.hears('newMsgHeard', { message: forBob.text });
    await c.hears('newMsgHeard', { message: forCarol.text });
    await b.hears('newMsgHeard', { message: alsoForBob.text });
  },
});

check({
  says: 'A message names its sender and its receiver.',
  requires: ['dialogues.delivery.names-its-people'],
  catches: ['sender-is-receiver', 'swaps-from-and-to'],
  async run({ together, alice, bob }) {
    const { a, b, toBob, toAlice } = await together();
    const [fromAlice, fromBob] = [toBob.say(), toAlice.say()];
    const [one, other] = await given('A message did not arrive', () =>
      Promise.all([
        b.hears('newMsgHeard', { message: fromAlice.text }),
        a.hears('newMsgHeard', { message: fromBob.text }),
      ]),
    );
    const [fromAliceToBob, fromBobToAlice] = [
      { msg_from: alice.phone, msg_to: bob.phone },
      { msg_from: bob.phone, msg_to: alice.phone },
    ];
    expectMatch("The frame of alice's message", one.value, fromAliceToBob, one);
    expectMatch("The frame of bob's message", other.value, fromBobToAlice, other);
  },
});

check({
  says: 'A message keeps the time that its sender gave it.',
  requires: ['dialogues.delivery.keeps-its-time'],
  catches: ['stamps-messages-itself', 'times-cut-to-seconds', 'times-with-zone-shifted'],
  async run({ together }) {
    const { b, toBob } = await together();
    for (const spelling of ['with a space', 'with T and Z'] as const) {
      const { text, at } = toBob.say(undefined, { spelling });
      const heard = await given('A message did not arrive', () => b.hears('newMsgHeard', { message: text }));
      expectMatch('The frame', heard.value, { sent_timestamp: sameInstant(at) }, heard);
    }
  },
});

check({
  says: 'A message reaches every receive socket that its receiver has open.',
  requires: ['dialogues.delivery.reaches-every-receive-socket'],
  catches: ['only-newest-socket-hears', 'only-first-socket-hears'],
  async run({ together, inbox, bob }) {
    const { b, toBob } = await together();
    const second = await inbox(bob);
    const { text } = toBob.say();
    const heard = [b, second].map((one) => one.hears('newMsgHeard', { message: text }));
    await Promise.any(heard).catch(() => {
      throw new Unmet('The message did not arrive at all.');
    });
    await Promise.all(heard);
  },
});

check({
  says: "A message between two people is not heard by a third, on whichever of the third's sockets.",
  requires: ['dialogues.delivery.reaches-nobody-else'],
  catches: ['leaks-to-everybody', 'leaks-to-other-chats'],
  async run({ together, inbox, chat, message, fence, crossFence, alice, carol }) {
    const { a, b, toBob } = await together();
    const [c, toCarol, fromCarol] = [await inbox(carol), await chat(alice, carol), await chat(carol, alice)];
    const { text } = await message(toBob, b);
    await fence(toBob, b);
    await crossFence(toCarol, c);
    await crossFence(fromCarol, a);
    for (const socket of [c, fromCarol.socket])
      heardNothing(socket, { pattern: { message: text }, what: 'a message of two other people' });
  },
});

check({
  says: 'Receipts and typing between two people are not heard by a third.',
  requires: ['dialogues.delivery.receipts-reach-nobody-else'],
  catches: ['receipts-leak-to-everybody', 'typing-leaks-to-everybody'],
  async run(cast) {
    const { a, b, toBob, toAlice } = await cast.together();
    const c = await cast.inbox(cast.carol);
    const message = await cast.message(toBob, b);
    const instants = [toAlice.read(message), toAlice.received(message)];
    await given('A receipt did not arrive', async () => {
      await a.hears('msgReadHeard', { message: sameInstant(message.at) });
      await a.hears('msgReceivedHeard', { message: sameInstant(message.at) });
      instants.push(...(await typesUntilHeard(cast.bob, toAlice, cast.alice, a)).instants);
    });
    await cast.crossFence(await cast.chat(cast.bob, cast.carol), c);
    for (const at of instants)
      heardNothing(c, {
        pattern: { sent_timestamp: sameInstant(at), msg_from: by(cast.bob) },
        what: 'a receipt or typing of two other people',
      });
  },
});

function by({ phone, who }: Actor): Judge {
  return (value) => String(value).endsWith(phone) || `is not ${who}`;
}

check({
  says: 'A new_msg frame looks as documented.',
  requires: ['dialogues.delivery.frame-shape', 'dialogues.delivery.frame-values'],
  catches: ['message-without-msg-to', 'times-as-numbers', 'times-with-offset'],
  async run({ together, message }) {
    const { a, b, toBob, toAlice } = await together();
    await message(toBob, b);
    await message(toAlice, a);
  },
});
