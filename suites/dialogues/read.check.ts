import { given } from '../kit/failure.ts';
import type { Chat, Message } from './chat.ts';
import { type Cast, check } from './driver.ts';
import { expectHeld, fetched, waits } from './fetched.ts';
import type { Inbox } from './inbox.ts';
import { sameInstant } from './time.ts';

/** Bob has read alice's message and says so. */
async function bobReads(
  cast: Cast,
): Promise<{ a: Inbox; b: Inbox; toAlice: Chat; message: Message; since: number; at: number }> {
  const { a, b, toBob, toAlice } = await cast.together();
  const message = await cast.message(toBob, b);
  await waits(b, 'fetch_msgs', message);
  const since = a.mark;
  return { a, b, toAlice, message, since, at: toAlice.read(message) };
}

check({
  says: 'The author of a message hears that it was read.',
  requires: ['dialogues.read.reaches-the-author'],
  catches: ['drops-read', 'read-back-to-its-sender'],
  async run(cast) {
    const { a, since } = await bobReads(cast);
    await a.hears('msgReadHeard', undefined, { since });
  },
});

check({
  says: 'The author hears of the reading with the fields that the reader sent.',
  requires: ['dialogues.read.unchanged'],
  catches: ['read-with-other-time', 'read-without-its-message', 'swaps-from-and-to'],
  async run(cast) {
    const { a, message, since, at } = await bobReads(cast);
    await given('No read receipt arrived', () => a.hears('msgReadHeard', undefined, { since }));
    await a.hears(
      'msgReadHeard',
      {
        message: sameInstant(message.at),
        msg_from: cast.bob.phone,
        msg_to: cast.alice.phone,
        sent_timestamp: sameInstant(at),
      },
      { since },
    );
  },
});

check({
  says: 'A message that was acknowledged before can still be marked as read.',
  requires: ['dialogues.read.after-received'],
  catches: ['read-needs-a-stored-message'],
  async run(cast) {
    const { a, b, toBob, toAlice } = await cast.together();
    const message = await cast.message(toBob, b);
    toAlice.received(message);
    await given('The acknowledgement did not arrive', () =>
      a.hears('msgReceivedHeard', { message: sameInstant(message.at) }),
    );
    toAlice.read(message);
    await a.hears('msgReadHeard', { message: sameInstant(message.at) });
  },
});

check({
  says: 'A message that was read but not acknowledged is still fetched.',
  requires: ['dialogues.read.deletes-nothing'],
  catches: ['read-deletes-the-message'],
  async run(cast) {
    const { a, b, toAlice, message } = await bobReads(cast);
    await given('No read receipt arrived', () =>
      a.hears('msgReadHeard', { message: sameInstant(message.at) }),
    );
    await cast.fence(toAlice, a);
    expectHeld(await fetched(b), [message], 'a message that was only read is gone');
  },
});

check({
  says: 'A msg_read frame looks as documented.',
  requires: ['dialogues.read.frame-shape', 'dialogues.read.frame-values'],
  catches: ['read-without-its-message', 'times-with-offset'],
  async run(cast) {
    const { a, since } = await bobReads(cast);
    await given('No read receipt arrived', () => a.hears('msgReadHeard', undefined, { since }));
  },
});
