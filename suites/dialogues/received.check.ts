import { given } from '../kit/failure.ts';
import { type Chat, type Message, saved } from './chat.ts';
import { type Cast, check } from './driver.ts';
import { expectGone, expectHeld, expectNotHeld, fetched, waits } from './fetched.ts';
import type { Inbox } from './inbox.ts';
import { nextInstant, type Spelling, sameInstant, spell } from './time.ts';

/** Bob can fetch the message that alice has sent. */
async function waiting(
  cast: Cast,
): Promise<{ a: Inbox; b: Inbox; toBob: Chat; toAlice: Chat; message: Message }> {
  const four = await cast.together();
  const message = await cast.message(four.toBob, four.b);
  await waits(four.b, 'fetch_msgs', message);
  return { ...four, message };
}

/** The twin of every acknowledgement that must not count: bob's own does. */
async function bobsOwnCounts(b: Inbox, toAlice: Chat, message: Message): Promise<void> {
  toAlice.received(message);
  await given("The receiver's own acknowledgement does not count either", () =>
    expectGone(b, 'fetch_msgs', message),
  );
}

check({
  says: 'The author of a message hears that it was received.',
  requires: ['dialogues.received.reaches-the-author'],
  catches: ['drops-received', 'received-back-to-its-sender'],
  async run(cast) {
    const { a, toAlice, message } = await waiting(cast);
    const since = a.mark;
    toAlice.received(message);
    await a.hears('msgReceivedHeard', undefined, { since });
  },
});

check({
  says: 'The author hears of the receipt with the fields that its receiver sent.',
  requires: ['dialogues.received.unchanged'],
  catches: ['received-with-other-time', 'received-without-its-message', 'swaps-from-and-to'],
  async run(cast) {
    const { alice, bob } = cast;
    const { a, toAlice, message } = await waiting(cast);
    const since = a.mark;
    const at = toAlice.received(message);
    const mine = { message: sameInstant(message.at), sent_timestamp: sameInstant(at) };
    await given('No receipt arrived', () => a.hears('msgReceivedHeard', undefined, { since }));
    await a.hears('msgReceivedHeard', { ...mine, msg_from: bob.phone, msg_to: alice.phone }, { since });
  },
});

check({
  says: 'A message that its receiver acknowledged is not fetched any more.',
  requires: ['dialogues.received.deletes-the-message'],
  catches: ['received-deletes-nothing', 'acknowledged-comes-back'],
  async run(cast) {
    const { b, toAlice, message } = await waiting(cast);
    toAlice.received(message);
    await expectGone(b, 'fetch_msgs', message);
    await b.leave();
    const again = await fetched(await cast.inbox(cast.bob));
    expectNotHeld(again, message, 'a message that was acknowledged comes back on a new connection');
  },
});

check({
  says: 'Acknowledging one message leaves the others of the same two people, and those of other people.',
  requires: ['dialogues.received.deletes-nothing-else'],
  catches: ['received-deletes-the-dialogue', 'received-deletes-up-to', 'received-goes-by-time-alone'],
  async run(cast) {
    const { alice, bob, carol } = cast;
    const { b, toBob, toAlice } = await cast.together();
    const [fromCarol, toCarol, c] = [
      await cast.chat(carol, bob),
      await cast.chat(alice, carol),
      await cast.inbox(carol),
    ];
    const [before, message, after] = [await saved(toBob), await saved(toBob), await saved(toBob)];
    const sameTime = { at: message.at };
    const fromOther = await saved(fromCarol, undefined, sameTime);
    const toOther = await saved(toCarol, undefined, sameTime);
    await waits(b, 'fetch_msgs', before, message, after, fromOther);
    await waits(c, 'fetch_msgs', toOther);
    toAlice.received(message);
    const items = await given('The acknowledged message is not deleted', () =>
      expectGone(b, 'fetch_msgs', message),
    );
    const because = 'a message that nobody acknowledged is gone';
    expectHeld(items, [before, after, fromOther], because);
    expectHeld(await fetched(c), [toOther], because);
  },
});

check({
  says: 'Acknowledging a message leaves what was written in the other direction.',
  requires: ['dialogues.received.leaves-the-other-direction'],
  catches: ['received-deletes-both-directions', 'received-deletes-up-to'],
  async run(cast) {
    const { a, b, toBob, toAlice } = await cast.together();
    const [before, message, after] = [await saved(toAlice), await saved(toBob), await saved(toAlice)];
    await waits(a, 'fetch_msgs', before, after);
    await waits(b, 'fetch_msgs', message);
    toAlice.received(message);
    await given('The acknowledged message is not deleted', () => expectGone(b, 'fetch_msgs', message));
    expectHeld(await fetched(a), [before, after], 'a message in the other direction is gone');
  },
});

const spellings: readonly Spelling[] = ['with a space', 'with T and Z'];

check({
  says: 'An acknowledgement names its message in either spelling of time.',
  requires: ['dialogues.received.in-either-spelling'],
  catches: ['names-compared-as-text', 'only-one-spelling-acknowledges'],
  async run(cast) {
    const { b, toBob, toAlice } = await cast.together();
    await bobsOwnCounts(b, toAlice, await saved(toBob));
    for (const sent of spellings) {
      for (const named of spellings) {
        const message = await saved(toBob, undefined, { spelling: sent });
        await waits(b, 'fetch_msgs', message);
        toAlice.received(message, { time: spell(message.at, named) });
        await expectGone(b, 'fetch_msgs', message);
      }
    }
  },
});

check({
  says: 'An acknowledgement that leaves out the zeros at the end of a time names its message.',
  requires: ['dialogues.received.short-fraction'],
  catches: ['names-compared-as-text', 'short-fraction-misread'],
  async run(cast) {
    const { b, toBob, toAlice } = await cast.together();
    await bobsOwnCounts(b, toAlice, await saved(toBob));
    const message = await saved(toBob, undefined, { at: nextInstant(cast.alice.phone, 10) });
    await waits(b, 'fetch_msgs', message);
    toAlice.received(message, { time: spell(message.at).replace(/\.?0+$/, '') });
    await expectGone(b, 'fetch_msgs', message);
  },
});

/** Somebody acknowledges who has no business to: afterwards bob still fetches the message. */
async function doesNotCount(
  cast: Cast,
  { b, message }: { b: Inbox; message: Message },
  attempt: { open(): Promise<Chat>; ear: Inbox; act(chat: Chat): void },
): Promise<void> {
  const chat = await attempt.open();
  attempt.act(chat);
  await cast.fenceAfter(chat, attempt.open, attempt.ear);
  expectHeld(await fetched(b), [message], 'a message is gone, although its receiver did not acknowledge it');
}

check({
  says: 'The author of a message cannot acknowledge it.',
  requires: ['dialogues.received.by-the-author'],
  catches: ['author-may-acknowledge', 'acknowledger-comes-from-the-frame'],
  async run(cast) {
    const { alice, bob } = cast;
    const { b, toAlice, message } = await waiting(cast);
    const open = (): Promise<Chat> => cast.chat(alice, bob);
    for (const act of [
      (chat: Chat) => chat.received({ author: bob, at: message.at }),
      (chat: Chat) => chat.received(message),
      (chat: Chat) => chat.received(message, { msg_from: bob.phone }),
    ])
      await doesNotCount(cast, { b, message }, { open, ear: b, act });
    await bobsOwnCounts(b, toAlice, message);
  },
});

check({
  says: 'A third person cannot acknowledge a message.',
  requires: ['dialogues.received.by-an-outsider'],
  catches: ['outsiders-may-acknowledge', 'acknowledger-comes-from-the-frame'],
  async run(cast) {
    const { alice, bob, carol } = cast;
    const { a, b, toAlice, message } = await waiting(cast);
    for (const [to, ear] of [
      [alice, a],
      [bob, b],
    ] as const) {
      const open = (): Promise<Chat> => cast.chat(carol, to);
      for (const claim of [{}, { msg_from: bob.phone }])
        await doesNotCount(cast, { b, message }, { open, ear, act: (chat) => chat.received(message, claim) });
    }
    await bobsOwnCounts(b, toAlice, message);
  },
});

check({
  says: 'A msg_received frame looks as documented.',
  requires: ['dialogues.received.frame-shape', 'dialogues.received.frame-values'],
  catches: ['received-without-its-message', 'times-with-offset'],
  async run(cast) {
    const { a, toAlice, message } = await waiting(cast);
    const since = a.mark;
    toAlice.received(message);
    await given('No receipt arrived', () => a.hears('msgReceivedHeard', undefined, { since }));
  },
});
