import { expectTrue } from '../kit/expect.ts';
import { Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Item } from './answers.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';

/** Said one after the other: each has been heard before the next is sent. */
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

const placesOf = (items: readonly Item[], texts: readonly string[]): number[] =>
  texts.map((text) => items.findIndex(({ content }) => content === text));

const rises = (places: readonly number[]): boolean =>
  places.every((place, at) => at === 0 || place > (places[at - 1] ?? place));

for (const { says, requires, catches } of [
  {
    says: 'The messages of a room come in the order in which they were sent, or exactly reversed.',
    requires: 'rooms.history.in-one-direction',
    catches: ['history-unsorted', 'history-sorted-by-sender'],
  },
  {
    says: 'The messages of a room stand in the order in which they arrived, or exactly reversed.',
    requires: 'rooms.history.agrees-with-the-frames',
    catches: ['history-unsorted'],
  },
]) {
  check({
    says,
    requires: [requires],
    catches,
    async run(cast) {
      const { conversation, alice, bob, world } = cast;
      const texts = await sixInTurn(cast);
      for (const [as, other] of [
        [alice, bob],
        [bob, alice],
      ] as const) {
        const places = placesOf(await conversation(as, other, ...texts), texts);
        expectTrue(
          rises(places) || rises(places.toReversed()),
          `the messages stand at the places ${places.join(', ')}`,
          {
            expected: 'six messages in the order in which they came, or reversed',
            received: `at the places ${places.join(', ')}`,
          },
        );
        world.observe('The order of messages', rises(places) ? 'oldest first' : 'newest first');
      }
    },
  });
}

check({
  says: 'Both people are shown the same messages with the same ids in the same order.',
  requires: ['rooms.history.same-for-both-people'],
  catches: [
    'history-newest-first-for-receiver',
    'message-ids-differ-by-reader',
    'history-only-of-own-messages',
  ],
  async run(cast) {
    const { conversation, messages, alice, bob } = cast;
    const texts = await sixInTurn(cast);
    const ours = (items: readonly Item[]): string[] =>
      items
        .filter(({ content }) => texts.some((text) => text === content))
        .map(({ id, content }) => `${show(id)} ${show(content)}`);
    // Whoever is not shown all of them is still compared.
    const whole = await conversation(alice, bob, ...texts).catch((error: unknown) => {
      if (error instanceof Unmet) return messages(alice, bob);
      throw error;
    });
    const toAlice = ours(whole);
    const toBob = ours(await messages(bob, alice));
    const at = texts.findIndex((_, n) => toAlice[n] !== toBob[n]);
    expectTrue(
      at === -1,
      `alice is shown ${toAlice[at] ?? 'nothing'} where bob is shown ${toBob[at] ?? 'nothing'}`,
      { expected: 'the same for both', received: `${toAlice.length} and ${toBob.length} of six messages` },
    );
  },
});

check({
  says: 'Two messages have two different ids.',
  requires: ['rooms.history.every-message-has-its-own-id'],
  catches: ['messages-share-one-id'],
  async run(cast) {
    const { conversation, alice, bob } = cast;
    const items = await conversation(alice, bob, ...(await sixInTurn(cast)));
    const ids = items.map(({ id }) => String(id));
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    expectTrue(twice === undefined, `two messages have the id ${twice}`, {
      expected: 'every message with an id of its own',
      received: `${items.length} messages with ${new Set(ids).size} ids`,
    });
  },
});
