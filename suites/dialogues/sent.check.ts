import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { isObject, show } from '../kit/match.ts';
import { saved } from './chat.ts';
import { check } from './driver.ts';
import { expectHeld, fetched } from './fetched.ts';
import { instantOf, nextInstant, sameInstant } from './time.ts';

const anHour = 3_600_000;

check({
  says: 'The sender hears that a message was sent, whether or not its receiver is connected.',
  requires: ['dialogues.sent.sender-hears-it'],
  catches: ['no-msg-sent', 'msg-sent-only-when-delivered', 'every-fourth-msg-sent-lost'],
  async run({ chat, inbox, alice, bob }) {
    const toBob = await chat(alice, bob);
    for (let round = 0; round < 6; round += 1) {
      if (round === 3) await inbox(bob);
      const since = toBob.socket.mark;
      toBob.say();
      await toBob.socket.hears('msgSent', undefined, { since });
    }
  },
});

check({
  says: 'The confirmation names the message by the time that its sender gave it.',
  requires: ['dialogues.sent.names-the-message'],
  catches: ['msg-sent-names-its-own-time', 'msg-sent-repeats-the-text'],
  async run({ chat, alice, bob }) {
    const toBob = await chat(alice, bob);
    const messages = [toBob.say(), toBob.say(undefined, { spelling: 'with T and Z' })];
    await given('A message was not confirmed', () => toBob.socket.hears('msgSent'));
    for (const message of messages) await toBob.confirms(message);
  },
});

check({
  says: 'The confirmation names the sender and the receiver of the message.',
  requires: ['dialogues.sent.names-the-people'],
  catches: ['msg-sent-swaps-from-and-to'],
  async run({ chat, alice, bob }) {
    const toBob = await chat(alice, bob);
    const message = toBob.say();
    const heard = await given('The message was not confirmed', () => toBob.confirms(message));
    expectMatch('The msg_sent frame', heard.value, { msg_from: alice.phone, msg_to: bob.phone }, heard);
  },
});

check({
  says: 'A message that is confirmed can be fetched at once.',
  requires: ['dialogues.sent.means-saved'],
  catches: ['not-stored', 'acknowledge-before-stored'],
  async run({ inbox, chat, alice, bob }) {
    const [b, toBob] = [await inbox(bob), await chat(alice, bob)];
    await fetched(b);
    for (let round = 0; round < 3; round += 1) {
      const message = await saved(toBob);
      expectHeld(await fetched(b), [message], 'a message whose msg_sent was heard cannot be fetched');
    }
  },
});

check({
  says: 'A message is confirmed once.',
  requires: ['dialogues.sent.once'],
  catches: ['msg-sent-twice', 'msg-sent-once-per-receiving-socket'],
  async run({ together, inbox, message, fence, bob }) {
    const { b, toBob } = await together();
    await inbox(bob);
    const sent = await message(toBob, b);
    await fence(toBob, b);
    const count = toBob.confirmations(sent).length;
    expectTrue(count === 1, `the message was confirmed ${count} times`, {
      expected: 'one msg_sent for one message',
      received: `${count}`,
    });
  },
});

check({
  says: 'Only the sender hears that a message was sent.',
  requires: ['dialogues.sent.only-the-sender'],
  catches: ['msg-sent-to-the-receiver', 'msg-sent-to-everybody'],
  async run({ together, inbox, chat, message, fence, crossFence, bob, carol }) {
    const { a, b, toBob, toAlice } = await together();
    const [c, toCarol] = [await inbox(carol), await chat(bob, carol)];
    const { at } = await message(toBob, b);
    await fence(toBob, b);
    await crossFence(toAlice, a);
    await crossFence(toCarol, c);
    for (const socket of [b, toAlice.socket, toCarol.socket, c])
      heardNothing(socket, {
        pattern: { command: 'msg_sent', message: sameInstant(at) },
        what: "the msg_sent of alice's message",
      });
  },
});

check({
  says: 'The confirmation has a time of its own.',
  requires: ['dialogues.sent.has-its-own-time'],
  catches: ['msg-sent-copies-the-time'],
  async run({ chat, alice, bob }) {
    const toBob = await chat(alice, bob);
    const message = toBob.say(undefined, { at: nextInstant(alice.phone) - anHour });
    const { value } = await given('A message that claims to be an hour old was not confirmed', () =>
      toBob.confirms(message),
    );
    const time = isObject(value) ? value['sent_timestamp'] : undefined;
    expectTrue(instantOf(time) !== message.at, "the sent_timestamp of msg_sent is the message's own time", {
      expected: 'the time at which the server confirmed',
      received: show(time),
    });
  },
});

check({
  says: 'A msg_sent frame looks as documented.',
  requires: ['dialogues.sent.frame-shape', 'dialogues.sent.frame-values'],
  catches: ['msg-sent-without-people', 'times-with-offset'],
  async run({ chat, alice, bob }) {
    await saved(await chat(alice, bob));
  },
});
