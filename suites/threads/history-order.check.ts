import { expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Item } from './answers.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';

/** The places of these texts among the messages. */
function places(items: readonly Item[], texts: readonly string[]): number[] {
  return texts.map((text) => items.findIndex(({ message }) => message === text));
}

/** Written one after the other: each has been heard before the next is sent. */
async function sixInTurn({ together, message }: Cast): Promise<string[]> {
  const { a, b } = await together();
  const texts: string[] = [];
  for (const [from, to] of [
    [a, b],
    [a, b],
    [b, a],
    [a, b],
    [b, a],
    [b, a],
  ] as const)
    texts.push((await message(from, to)).text);
  return texts;
}

check({
  says: 'The messages come in the order in which they were sent, or exactly reversed.',
  requires: ['threads.history.one-direction'],
  catches: ['history-unsorted', 'history-sorted-by-sender'],
  async run(cast) {
    const texts = await sixInTurn(cast);
    const found = places(await cast.conversation(cast.alice, cast.bob, ...texts), texts);
    const rises = found.every((place, at) => at === 0 || place > (found[at - 1] ?? place));
    const falls = found.every((place, at) => at === 0 || place < (found[at - 1] ?? place));
    expectTrue(rises || falls, `the messages stand at the places ${found.join(', ')}`, {
      expected: 'six messages in the order in which they were sent, or reversed',
      received: `at the places ${found.join(', ')}`,
    });
    cast.world.observe('The order of messages', rises ? 'oldest first' : 'newest first');
  },
});

check({
  says: 'Both people are shown the same messages with the same ids in the same order.',
  requires: ['threads.history.same-for-both'],
  catches: ['history-newest-first-for-receiver', 'history-ids-differ-by-reader'],
  async run(cast) {
    const { conversation, alice, bob } = cast;
    const texts = await sixInTurn(cast);
    const mine = async (items: Promise<Item[]>): Promise<string[]> =>
      (await items)
        .filter(({ message }) => texts.some((text) => text === message))
        .map(({ id, message }) => `${show(id)} ${show(message)}`);
    const toAlice = await mine(conversation(alice, bob, ...texts));
    const toBob = await mine(conversation(bob, alice, ...texts));
    const at = toAlice.findIndex((line, n) => line !== toBob[n]);
    expectTrue(
      at === -1 && toAlice.length === toBob.length,
      `alice is shown ${toAlice[at] ?? 'nothing'} where bob is shown ${toBob[at] ?? 'nothing'}`,
      { expected: 'the same for both', received: `${toAlice.length} and ${toBob.length} of six messages` },
    );
  },
});

check({
  says: 'A conversation of more than a hundred messages comes whole.',
  requires: ['threads.history.comes-whole'],
  catches: ['history-at-most-100', 'history-at-most-50'],
  async run({ together, conversation, messages, alice, bob, world }) {
    const { a, b } = await together();
    const texts = Array.from({ length: 120 }, () => world.text());
    for (let at = 0; at < texts.length; at += 15) {
      const some = texts.slice(at, at + 15);
      for (const text of some) a.write(bob.id ?? '', text);
      await given('A message did not arrive', () =>
        Promise.all(some.map((text) => b.hears('reMessage', { message_body: text }))),
      );
    }
    const shown = await conversation(bob, alice, ...texts).catch((error: unknown) => {
      if (error instanceof Unmet) return messages(bob, alice);
      throw error;
    });
    const missing = places(shown, texts).filter((place) => place === -1).length;
    expectTrue(missing === 0, `${missing} of 120 messages that arrived are missing`, {
      expected: 'all of 120 messages',
      received: `${shown.length} messages, without ${missing} of these`,
    });
  },
});
