// What holds when things are saved, acknowledged and fetched at the same time.
import { eventually } from '../kit/eventually.ts';
import { expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { type Message, savedAll } from './chat.ts';
import { check } from './driver.ts';
import { expectHeld, fetched, itemOf, waits } from './fetched.ts';
import type { Item } from './inbox.ts';
import { expectPending, isPending } from './pending.ts';
import { ways } from './ways.ts';

/** Of these, every third goes while the answers come. */
const many = 45;
const rounds = 5;

for (const { kind, what, id, toBob, acknowledging } of ways)
  check({
    says: `An answer that comes while others write and bob acknowledges holds the rest once (${what}).`,
    requires: [id('each-message-once')],
    catches: ['fetch-repeats-while-somebody-writes', 'fetch-skips-while-something-is-acknowledged'],
    profile: 'standard',
    async run(cast) {
      const [b, chat] = [await cast.inbox(cast.bob), await toBob(cast, cast.alice)];
      const messages = await savedAll(chat, many);
      const chats = await acknowledging(cast);
      const answers: Promise<Item[]>[] = [];
      const news: Message[] = [];
      const going = messages.filter((_, at) => at % 3 === 0);
      const staying = messages.filter((_, at) => at % 3 !== 0);
      await waits(b, kind, ...messages);
      for (let round = 0; round < rounds; round += 1) {
        answers.push(fetched(b, kind));
        for (const message of going.filter((_, at) => at % rounds === round)) chats[0]?.received(message);
        news.push(chat.say(), chat.say());
        await answers.at(-1);
      }
      const all = await Promise.all(answers);
      for (const one of chats) for (const message of [...messages, ...news]) one.received(message);
      for (const items of all) {
        expectTimes(items, staying, [1]);
        expectTimes(items, [...going, ...news], [0, 1]);
      }
    },
  });

function expectTimes(items: readonly Item[], messages: readonly Message[], allowed: readonly number[]): void {
  const counts = new Map<unknown, number>();
  for (const { message } of items) counts.set(message, (counts.get(message) ?? 0) + 1);
  const wrong = messages.find(({ text }) => !allowed.includes(counts.get(text) ?? 0));
  const count = counts.get(wrong?.text) ?? 0;
  expectTrue(
    wrong === undefined,
    `while something came and went, a message is in the answer ${count === 0 ? 'not at all' : `${count} times`}`,
    {
      expected: `a message that ${allowed.includes(0) ? 'came or went meanwhile at most' : 'was there all the time exactly'} once`,
      received: `${items.length} messages, one of them ${count} times`,
    },
  );
}

check({
  says: 'When everybody acknowledges messages to a group at once, each is pending for whoever has not, and for nobody else.',
  requires: [
    'dialogues.groups.pending-is-who-has-not-received',
    'dialogues.groups.received-ends-pending',
    'dialogues.groups.received-by-the-last-deletes',
  ],
  catches: ['one-of-two-acknowledgements-at-once-is-lost', 'last-received-does-not-delete'],
  profile: 'standard',
  async run(cast) {
    const { alice, bob, carol, world } = cast;
    const [key, kind] = [cast.group('all'), 'fetch_grp_msgs'] as const;
    const [b, c, ofAlice, ofBob, ofCarol] = await Promise.all([
      cast.inbox(bob),
      cast.inbox(carol),
      cast.groupChat(alice, key),
      cast.groupChat(bob, key),
      cast.groupChat(carol, key),
    ]);
    const messages = await savedAll(ofAlice, 24);
    await waits(b, kind, ...messages);
    await waits(c, kind, ...messages);
    const byBob = messages.filter((_, at) => at % 4 < 2);
    const byCarol = messages.filter((_, at) => at % 2 === 0);
    const both = byBob.filter((message) => byCarol.includes(message));
    for (const [at, message] of byBob.entries()) {
      ofBob.received(message);
      const other = byCarol[at];
      if (other !== undefined) ofCarol.received(other);
      // A fetch in between, as a client does that comes back.
      if (at % 5 === 0) await Promise.all([fetched(b, kind), fetched(c, kind)]);
    }
    const left = messages.filter((message) => !both.includes(message));
    const pendingFor = (message: Message): (typeof bob)[] => [
      ...(byBob.includes(message) ? [] : [bob]),
      ...(byCarol.includes(message) ? [] : [carol]),
    ];
    let shown: readonly (readonly [Item[], Message[], Message[]])[] = [];
    await eventually(world, async () => {
      const [atBob, atCarol] = await Promise.all([fetched(b, kind), fetched(c, kind)]);
      shown = [
        [atBob, byBob, left.filter((message) => !byBob.includes(message))],
        [atCarol, byCarol, left.filter((message) => !byCarol.includes(message))],
      ];
      const isRight = shown.every(
        ([items, gone, stay]) =>
          gone.every((message) => itemOf(items, message) === undefined) &&
          stay.every(
            (message) =>
              itemOf(items, message) === undefined || isPending(items, message, pendingFor(message)),
          ),
      );
      return isRight || undefined;
    });
    for (const one of [ofBob, ofCarol]) for (const message of messages) one.received(message);
    for (const [items, gone, stay] of shown) {
      await given('A message that nobody acknowledged is gone', async () =>
        expectHeld(items, stay, 'a message is gone that was not acknowledged'),
      );
      const back = gone.find((message) => itemOf(items, message) !== undefined);
      expectTrue(back === undefined, 'an acknowledgement was forgotten: the message is still fetched', {
        expected: 'what was acknowledged is not fetched any more',
        received: `${items.length} messages, one of them acknowledged before`,
        requirement: 'dialogues.groups.received-ends-pending',
      });
      for (const message of stay) expectPending(items, message, pendingFor(message));
    }
  },
});
