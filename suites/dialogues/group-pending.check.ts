import { expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { type Chat, type Message, saved } from './chat.ts';
import { type Actor, type Cast, check } from './driver.ts';
import { expectGone, expectHeld, fetched, fetchedUntil, itemOf, waits } from './fetched.ts';
import type { Inbox } from './inbox.ts';
import { expectPending, isPending, listed, pendingOf } from './pending.ts';
import { nextInstant } from './time.ts';

const kind = 'fetch_grp_msgs';

/** Bob and carol can fetch what alice has written to the group of three. */
async function waiting(
  cast: Cast,
): Promise<{ a: Inbox; b: Inbox; c: Inbox; ofAlice: Chat; ofBob: Chat; ofCarol: Chat; message: Message }> {
  const key = cast.group('all');
  const [a, b, c, ofAlice, ofBob, ofCarol] = await Promise.all([
    cast.inbox(cast.alice),
    cast.inbox(cast.bob),
    cast.inbox(cast.carol),
    cast.groupChat(cast.alice, key),
    cast.groupChat(cast.bob, key),
    cast.groupChat(cast.carol, key),
  ]);
  const message = await cast.message(ofAlice, b, c);
  await waits(b, kind, message);
  await waits(c, kind, message);
  return { a, b, c, ofAlice, ofBob, ofCarol, message };
}

/** After the one has acknowledged, the list that the other is shown comes to hold these people. */
async function expectPendingSoon(ear: Inbox, message: Message, people: readonly Actor[]): Promise<void> {
  const { items } = await fetchedUntil(
    ear,
    kind,
    (all) => itemOf(all, message) === undefined || isPending(all, message, people),
  );
  expectHeld(items, [message], `a message is gone, although ${ear.who} has not acknowledged it`);
  expectPending(items, message, people);
}

check({
  says: 'Pending is who has not received a message to a group.',
  requires: ['dialogues.groups.pending-is-who-has-not-received'],
  catches: ['pending-is-empty', 'pending-is-only-the-reader', 'pending-never-shrinks'],
  async run(cast) {
    const { b, c, ofBob, message } = await waiting(cast);
    expectPending(await fetched(b, kind), message, [cast.bob, cast.carol]);
    expectPending(await fetched(c, kind), message, [cast.bob, cast.carol]);
    ofBob.received(message);
    await expectPendingSoon(c, message, [cast.carol]);
  },
});

check({
  says: 'The author of a message to a group is not among those who have yet to receive it.',
  requires: ['dialogues.groups.pending-without-the-author'],
  catches: ['pending-holds-the-author'],
  async run(cast) {
    const { b, message } = await waiting(cast);
    const items = await fetched(b, kind);
    await given('The pending list cannot be read', async () => void pendingOf(items, message));
    const pending: unknown = itemOf(items, message)?.pending;
    const numbers = Array.isArray(pending) ? pending.map(String) : [];
    expectTrue(!numbers.includes(cast.alice.phone), 'the author is in the pending list', {
      expected: `pending without ${cast.alice.phone}`,
      received: numbers.join(', '),
    });
  },
});

check({
  says: 'Who acknowledges a message to a group does not fetch it any more, and the others still do.',
  requires: ['dialogues.groups.received-ends-pending'],
  catches: ['received-deletes-nothing', 'first-received-deletes-for-all', 'pending-never-shrinks'],
  async run(cast) {
    const { b, c, ofBob, message } = await waiting(cast);
    await listed(await fetched(c, kind), message, [cast.bob, cast.carol]);
    ofBob.received(message);
    await expectGone(b, kind, message);
    await expectPendingSoon(c, message, [cast.carol]);
  },
});

check({
  says: 'When the last one has acknowledged a message to a group, nobody fetches it any more.',
  requires: ['dialogues.groups.received-by-the-last-deletes'],
  catches: ['received-deletes-nothing', 'last-received-does-not-delete'],
  async run(cast) {
    const { a, b, c, ofBob, ofCarol, message } = await waiting(cast);
    ofCarol.received(message);
    ofBob.received(message);
    for (const inbox of [c, b, a]) await expectGone(inbox, kind, message);
  },
});

check({
  says: 'Acknowledging a message to a group twice removes nobody else.',
  requires: ['dialogues.groups.received-twice'],
  catches: ['second-received-removes-another'],
  async run(cast) {
    const { a, b, c, ofBob, message } = await waiting(cast);
    ofBob.received(message);
    await given('The acknowledgement did not count', async () => {
      await expectGone(b, kind, message);
      await expectPendingSoon(c, message, [cast.carol]);
    });
    const open = (): Promise<Chat> => cast.groupChat(cast.bob, cast.group('all'));
    for (let again = 0; again < 2; again += 1) {
      const chat = await open();
      chat.received(message);
      await cast.fenceAfter(chat, open, a, c);
    }
    const items = await fetched(c, kind);
    expectHeld(items, [message], 'a message is gone, although carol has not acknowledged it');
    expectPending(items, message, [cast.carol]);
  },
});

check({
  says: 'Acknowledging a message to a group leaves every other message.',
  requires: ['dialogues.groups.received-leaves-the-others'],
  catches: ['received-deletes-the-dialogue', 'received-deletes-up-to', 'received-goes-by-time-alone'],
  async run(cast) {
    const { alice, bob, group } = cast;
    const { b, ofAlice, ofBob, ofCarol, message: before } = await waiting(cast);
    const message = await saved(ofAlice);
    const after = await saved(ofAlice);
    const sameTime = { at: message.at };
    const others = [before, after, await saved(ofCarol, undefined, sameTime)];
    others.push(await saved(await cast.groupChat(alice, group('two')), undefined, sameTime));
    const personal = await saved(await cast.chat(alice, bob), undefined, sameTime);
    await waits(b, kind, message, ...others);
    await waits(b, 'fetch_msgs', personal);
    ofBob.received(message);
    const items = await given('The acknowledgement did not count', () => expectGone(b, kind, message));
    const because = 'a message that bob did not acknowledge is gone';
    expectHeld(items, others, because);
    expectHeld(await fetched(b, 'fetch_msgs'), [personal], because);
  },
});

check({
  says: 'Somebody who is not a participant cannot acknowledge a message to a group.',
  requires: ['dialogues.groups.received-by-an-outsider'],
  catches: ['outsiders-may-acknowledge'],
  async run(cast) {
    const { alice, bob, carol } = cast;
    const [all, two] = [cast.group('all'), cast.group('two')];
    const [b, ofAlice, ofBob] = [
      await cast.inbox(bob),
      await cast.groupChat(alice, two),
      await cast.groupChat(bob, two),
    ];
    const message = await saved(ofAlice);
    await listed(await waits(b, kind, message), message, [bob]);
    const knocks = [() => cast.knockGroupChat(carol, two), () => cast.knockGroupChat(carol, all)];
    for (const knock of knocks) {
      for (const claim of [{}, { msg_from: bob.phone }]) {
        const intruder = await knock();
        if (intruder.socket.isOpen) intruder.received(message, claim);
        await cast.crossFence(await cast.groupChat(carol, all), b);
        await cast.crossFence(ofAlice, b);
        const items = await fetched(b, kind);
        expectHeld(items, [message], 'a message is gone, although its receiver did not acknowledge it');
        expectPending(items, message, [bob]);
      }
    }
    ofBob.received(message);
    await given("The participant's own acknowledgement does not count either", () =>
      expectGone(b, kind, message),
    );
  },
});

check({
  says: 'Acknowledging a message to a group that never was is answered by an error.',
  requires: ['dialogues.groups.unknown-message'],
  catches: ['no-error-for-unknown-message'],
  async run(cast) {
    const { b, ofBob, message } = await waiting(cast);
    ofBob.received(message);
    await given('The acknowledgement did not count', () => expectGone(b, kind, message));
    const since = ofBob.socket.mark;
    ofBob.received({ author: cast.alice, at: nextInstant(cast.alice.phone) });
    await ofBob.socket.hears('commandFailed', undefined, { since });
  },
});
