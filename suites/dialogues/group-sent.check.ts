import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { saved } from './chat.ts';
import { check } from './driver.ts';
import { expectHeld, fetched } from './fetched.ts';
import { sameInstant } from './time.ts';

check({
  says: 'The sender of a message to a group hears that it was sent, whether or not anybody is connected.',
  requires: ['dialogues.groups.sender-hears-msg-sent'],
  catches: ['no-msg-sent', 'msg-sent-only-when-delivered', 'every-fourth-msg-sent-lost'],
  async run({ groupChat, group, inbox, alice, bob }) {
    const chat = await groupChat(alice, group('all'));
    for (let round = 0; round < 6; round += 1) {
      if (round === 3) await inbox(bob);
      const since = chat.socket.mark;
      chat.say();
      await chat.socket.hears('msgSentInGroup', undefined, { since });
    }
  },
});

check({
  says: 'The confirmation names the message to the group by its time, and its sender.',
  requires: ['dialogues.groups.msg-sent-names-the-message'],
  catches: ['msg-sent-names-its-own-time', 'msg-sent-swaps-from-and-to'],
  async run({ groupChat, group, alice }) {
    const chat = await groupChat(alice, group('all'));
    const messages = [chat.say(), chat.say(undefined, { spelling: 'with T and Z' })];
    await given('A message was not confirmed', () => chat.socket.hears('msgSentInGroup'));
    for (const message of messages) {
      const heard = await chat.confirms(message);
      expectMatch('The msg_sent frame', heard.value, { msg_from: alice.phone }, heard);
    }
  },
});

check({
  says: 'A message to a group that is confirmed can be fetched at once, by everybody.',
  requires: ['dialogues.groups.msg-sent-means-saved'],
  catches: ['not-stored', 'group-stored-for-one', 'acknowledge-before-stored'],
  async run({ groupChat, group, inbox, alice, bob, carol }) {
    const [b, c, chat] = [await inbox(bob), await inbox(carol), await groupChat(alice, group('all'))];
    for (const ear of [b, c]) {
      await fetched(ear, 'fetch_grp_msgs');
      const message = await saved(chat);
      const because = 'a message whose msg_sent was heard cannot be fetched';
      expectHeld(await fetched(ear, 'fetch_grp_msgs'), [message], because);
    }
  },
});

check({
  says: 'A message to a group is confirmed once, and to its sender only.',
  requires: ['dialogues.groups.msg-sent-only-the-sender'],
  catches: ['msg-sent-twice', 'msg-sent-once-per-participant', 'msg-sent-to-everybody'],
  async run({ groupChat, group, inbox, message, fence, crossFence, alice, bob, carol }) {
    const key = group('all');
    const [a, b, c] = [await inbox(alice), await inbox(bob), await inbox(carol)];
    const [chat, ofBob] = [await groupChat(alice, key), await groupChat(bob, key)];
    const sent = await message(chat, b, c);
    await fence(chat, b, c);
    await crossFence(ofBob, a, c);
    const count = chat.confirmations(sent).length;
    expectTrue(count === 1, `the message was confirmed ${count} times`, {
      expected: 'one msg_sent for one message',
      received: `${count}`,
    });
    for (const socket of [b, c, ofBob.socket])
      heardNothing(socket, {
        pattern: { command: 'msg_sent', message: sameInstant(sent.at) },
        what: "the msg_sent of alice's message",
      });
  },
});

check({
  says: 'A msg_sent frame for a group looks as documented.',
  requires: ['dialogues.groups.msg-sent-shape', 'dialogues.groups.msg-sent-values'],
  catches: ['msg-sent-without-people', 'times-with-offset'],
  async run({ groupChat, group, alice }) {
    await saved(await groupChat(alice, group('all')));
  },
});
