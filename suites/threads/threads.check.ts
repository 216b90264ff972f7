import { eventually } from '../kit/eventually.ts';
import { expectEqual, expectStatus, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import { isThreadOf, itemsOf, type Thread, threadsOf } from './answers.ts';
import type { Actor, Cast } from './cast.ts';
import { check } from './driver.ts';

function expectListed(thread: Thread | undefined, one: Actor, other: Actor): void {
  expectTrue(thread !== undefined, `the list of ${one.who} holds no thread with ${other.who}`, {
    expected: `a thread of ${one.who} and ${other.who}`,
    received: 'none',
  });
}

async function shown(cast: Cast, as: Actor, other: Actor): Promise<Thread> {
  const thread = await cast.threadWith(as, other);
  if (thread === undefined) throw new Unmet(`${as.who} is shown no thread with ${other.who}.`);
  return thread;
}

check({
  says: 'Asking for one’s threads answers 200.',
  requires: ['threads.threads.answers-200'],
  catches: ['threads-answer-201'],
  async run({ together, getThreads, alice }) {
    await together();
    const reply = await getThreads(alice);
    expectStatus(reply, [200]);
    if (threadsOf(reply) === undefined) throw new Unmet('The answer holds no list of threads.');
  },
});

check({
  says: 'The answer with the threads looks as documented.',
  requires: [
    'threads.threads.answer-shape',
    'threads.threads.answer-values',
    'threads.threads.item-shape',
    'threads.threads.item-values',
  ],
  catches: [
    'threads-without-status',
    'threads-with-a-sentence',
    'thread-with-created',
    'thread-times-without-zone',
  ],
  async run({ together, message, getThreads, alice, bob, world }) {
    const { a, b } = await together();
    await message(a, b);
    for (const as of [alice, bob]) {
      const full = await eventually(world, async () => {
        const reply = await getThreads(as);
        await given('The threads are not shown', async () => expectStatus(reply, [200]));
        return (threadsOf(reply) ?? []).length > 0 ? reply : undefined;
      });
      if (full === undefined) throw new Unmet('The answer holds no thread to look at.');
    }
  },
});

check({
  says: 'Both people find a thread of the two in their lists.',
  requires: ['threads.threads.lists-my-conversations'],
  catches: ['thread-only-for-its-first-author', 'threads-always-empty'],
  async run({ together, message, threadWith, alice, bob }) {
    const { a, b } = await together();
    await message(a, b);
    expectListed(await threadWith(alice, bob), alice, bob);
    expectListed(await threadWith(bob, alice), bob, alice);
  },
});

check({
  says: 'Somebody who has written with two people finds a thread with each.',
  requires: ['threads.threads.each-conversation-is-listed'],
  catches: ['threads-only-the-newest', 'one-thread-id-for-everybody'],
  async run({ together, enter, message, threadWith, alice, bob, carol }) {
    const { a, b } = await together();
    const c = await enter(carol);
    await message(a, b);
    await message(a, c);
    await message(c, b);
    const [one, other] = [await threadWith(alice, bob), await threadWith(alice, carol)];
    expectListed(one, alice, bob);
    expectListed(other, alice, carol);
    expectTrue(String(one?.id) !== String(other?.id), `both threads have the id ${show(one?.id)}`, {
      expected: 'two different ids',
      received: `${show(one?.id)} twice`,
    });
  },
});

check({
  says: 'A thread names its two people.',
  requires: ['threads.threads.names-both-people'],
  catches: ['thread-names-one-person-twice', 'thread-names-a-third'],
  async run({ together, message, stored, threads, alice, bob, world }) {
    const { a, b } = await together();
    const item = await stored(alice, bob, (await message(a, b)).text);
    for (const as of [alice, bob]) {
      const mine = await eventually(world, async () =>
        (await threads(as)).find(({ id }) => String(id) === String(item.thread)),
      );
      if (mine === undefined) throw new Unmet(`The thread of a message is not in the list of ${as.who}.`);
      expectTrue(isThreadOf(mine, alice, bob), 'the thread of alice and bob does not name the two', {
        expected: 'alice and bob, in either order',
        received: `${show(mine.user_one)} and ${show(mine.user_two)}`,
      });
    }
  },
});

check({
  says: 'Two people have one thread, in whichever direction and however often they write.',
  requires: ['threads.threads.one-for-each-pair'],
  catches: ['thread-for-each-direction', 'thread-for-each-message', 'thread-changes-its-time'],
  async run(cast) {
    const { together, message, conversation, threads, alice, bob } = cast;
    const { a, b } = await together();
    const first = [(await message(a, b)).text, (await message(b, a)).text];
    await conversation(alice, bob, ...first);
    const before = await shown(cast, alice, bob);
    const second = [(await message(b, a)).text, (await message(a, b)).text, (await message(a, b)).text];
    await conversation(alice, bob, ...second);
    const after = (await threads(alice)).filter((thread) => isThreadOf(thread, alice, bob));
    expectTrue(after.length === 1, `alice has ${after.length} threads with bob`, {
      expected: 'one thread',
      received: `threads ${after.map(({ id }) => show(id)).join(', ')}`,
    });
    for (const { id, craeted } of after) {
      expectEqual('The id of the thread', id, before.id);
      expectEqual('The craeted of the thread', craeted, before.craeted);
    }
  },
});

check({
  says: 'Both people find the same thread.',
  requires: ['threads.threads.same-for-both'],
  catches: ['thread-ids-differ-by-reader', 'thread-times-differ-by-reader'],
  async run(cast) {
    const { a, b } = await cast.together();
    await cast.message(a, b);
    const [ofAlice, ofBob] = [
      await shown(cast, cast.alice, cast.bob),
      await shown(cast, cast.bob, cast.alice),
    ];
    expectEqual('The id in the list of bob', ofBob.id, ofAlice.id);
    const apart = Date.parse(String(ofBob.craeted)) - Date.parse(String(ofAlice.craeted));
    if (Number.isNaN(apart)) throw new Unmet('A craeted that is to be compared is no time.');
    expectTrue(apart === 0, 'the thread has two different times of creation', {
      expected: `craeted ${show(ofAlice.craeted)}`,
      received: show(ofBob.craeted),
    });
  },
});

check({
  says: 'An attachment that is the first thing sent begins a thread, too.',
  requires: ['threads.threads.an-attachment-begins-one'],
  catches: ['attachment-begins-no-thread'],
  async run({ alice, strangers, getMessages, threads, uploaded, threadWith }) {
    for (const stranger of strangers) {
      const said = itemsOf(await getMessages(alice, stranger.id)) ?? [];
      const known = (await threads(alice)).some((thread) => isThreadOf(thread, alice, stranger));
      if (said.length > 0 || known) continue;
      await uploaded(alice, stranger);
      expectListed(await threadWith(alice, stranger), alice, stranger);
      expectListed(await threadWith(stranger, alice), stranger, alice);
      return;
    }
    throw new Unmet('Alice has a thread with everybody who was supplied.');
  },
});
