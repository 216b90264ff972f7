import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { type Chat, type Message, saved } from './chat.ts';
import { type Cast, check } from './driver.ts';
import { expectHeld, fetched, waits } from './fetched.ts';
import type { Inbox } from './inbox.ts';
import { expectPending, listed } from './pending.ts';
import { instantOf, sameInstant } from './time.ts';
import { typesUntilHeard } from './typing.ts';

/** Alice has written to the group of three, and bob answers on its socket. */
async function bobAnswers(
  cast: Cast,
): Promise<{ a: Inbox; b: Inbox; ofBob: Chat; message: Message; from: string }> {
  const key = cast.group('all');
  const [a, b, ofAlice, ofBob] = await Promise.all([
    cast.inbox(cast.alice),
    cast.inbox(cast.bob),
    cast.groupChat(cast.alice, key),
    cast.groupChat(cast.bob, key),
  ]);
  const message = await cast.message(ofAlice, b);
  await waits(b, 'fetch_grp_msgs', message);
  return { a, b, ofBob, message, from: `${key}-${cast.bob.phone}` };
}

check({
  says: 'The author of a message to a group hears that a participant received it.',
  requires: ['dialogues.groups.received-reaches-the-author'],
  catches: ['drops-received', 'drops-group-receipts'],
  async run(cast) {
    const { a, ofBob, message } = await bobAnswers(cast);
    const since = a.mark;
    ofBob.received(message);
    await a.hears('msgReceivedHeard', undefined, { since });
  },
});

check({
  says: 'The author of a message to a group hears that a participant read it.',
  requires: ['dialogues.groups.read-reaches-the-author'],
  catches: ['drops-read', 'drops-group-receipts'],
  async run(cast) {
    const { a, ofBob, message } = await bobAnswers(cast);
    const since = a.mark;
    ofBob.read(message);
    await a.hears('msgReadHeard', undefined, { since });
  },
});

check({
  says: 'Somebody hears that a participant is typing to them.',
  requires: ['dialogues.groups.typing-reaches-the-person'],
  catches: ['drops-typing', 'drops-group-typing'],
  async run(cast) {
    const { a, ofBob } = await bobAnswers(cast);
    await typesUntilHeard(cast.bob, ofBob, cast.alice, a);
  },
});

check({
  says: 'Receipts and typing from a group name the group and the participant, and keep the other fields.',
  requires: ['dialogues.groups.receipts-keep-their-fields'],
  catches: ['group-receipts-from-phone-only', 'received-with-other-time', 'read-with-other-time'],
  async run(cast) {
    const { a, ofBob, message, from } = await bobAnswers(cast);
    const since = a.mark;
    const common = { msg_from: from, msg_to: cast.alice.phone };
    for (const [name, act] of [
      ['msgReadHeard', ofBob.read],
      ['msgReceivedHeard', ofBob.received],
    ] as const) {
      const at = act(message);
      await given('A receipt did not arrive', () => a.hears(name, undefined, { since }));
      const times = { message: sameInstant(message.at), sent_timestamp: sameInstant(at) };
      await a.hears(name, { ...common, ...times }, { since });
    }
    const { heard, instants } = await given('Typing did not arrive', () =>
      typesUntilHeard(cast.bob, ofBob, cast.alice, a),
    );
    const when = (time: unknown): true | string =>
      instants.includes(instantOf(time)) || 'is no time at which bob typed';
    expectMatch('The is_typing frame', heard.value, { ...common, sent_timestamp: when }, heard);
  },
});

check({
  says: 'A message to a group that was read but not acknowledged is still fetched.',
  requires: ['dialogues.groups.read-deletes-nothing'],
  catches: ['read-deletes-the-message', 'read-ends-pending'],
  async run(cast) {
    const { a, b, ofBob, message } = await bobAnswers(cast);
    await listed(await fetched(b, 'fetch_grp_msgs'), message, [cast.bob, cast.carol]);
    ofBob.read(message);
    await given('No read receipt arrived', () =>
      a.hears('msgReadHeard', { message: sameInstant(message.at) }),
    );
    await cast.fence(ofBob, a);
    const items = await fetched(b, 'fetch_grp_msgs');
    expectHeld(items, [message], 'a message that was only read is gone');
    expectPending(items, message, [cast.bob, cast.carol]);
  },
});

check({
  says: 'Typing in a group is not among the messages that are fetched.',
  requires: ['dialogues.groups.typing-is-not-stored'],
  catches: ['stores-typing'],
  async run(cast) {
    const { a, ofBob, from } = await bobAnswers(cast);
    const { instants } = await given('Typing did not arrive', () =>
      typesUntilHeard(cast.bob, ofBob, cast.alice, a),
    );
    const later = await saved(ofBob);
    await waits(a, 'fetch_grp_msgs', later);
    const typed = (await fetched(a, 'fetch_grp_msgs')).filter(
      ({ msg_from, sent_timestamp }) => msg_from === from && instants.includes(instantOf(sent_timestamp)),
    );
    expectTrue(typed.length === 0, 'somebody typing is fetched as if it were a message', {
      expected: 'messages and nothing else',
      received: `${typed.length} times typing`,
    });
  },
});
