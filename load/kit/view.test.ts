import { expect, it } from 'vitest';
import { reading, WRITTEN, written } from './stamp.ts';
import { type Promised, type View, viewOf } from './view.ts';

const text = (n: number, conversation = 7): string =>
  written({ run: 'r', conversation, sender: WRITTEN, n, scheduledAt: 0 });

/** Of the messages 2 to 4, as these numbers are shown. */
function shown(numbers: number[], promised: Promised = {}, more: string[] = []): View {
  const texts = [...more, ...numbers.map((n) => text(n))];
  return viewOf(texts, reading('r'), { conversation: 7, from: 2, to: 5, ...promised });
}

const nothing = { missing: 0, duplicated: 0, isMixed: false, foreign: [], wrong: [] };

it.each([
  [[2, 3, 4], {}],
  [[4, 3, 2], {}],
  [[2, 3, 4], { order: 'oldest first', atMost: 3 }],
  [[4, 3, 2], { order: 'newest first', atMost: 3 }],
  [[0, 1, 2, 3, 4], { order: 'oldest first' }],
] as const)('finds nothing wrong with %j where %j is promised', (numbers, promised) => {
  expect(shown([...numbers], promised)).toMatchObject(nothing);
});

it.each([
  ['is missing', [2, 4], { missing: 1 }],
  ['is there twice', [2, 3, 3, 4], { duplicated: 1 }],
  ['stands in no order', [3, 2, 4], { isMixed: true }],
] as const)('sees what %s', (_what, numbers, wrong) => {
  expect(shown([...numbers])).toMatchObject({ ...nothing, ...wrong });
});

it('sees more than there may be, whoever wrote it', () => {
  expect(shown([2, 3, 4], { atMost: 3 }, ['an old one'])).toMatchObject({ ...nothing, wrong: ['too many'] });
});

it.each([
  ['oldest first', [4, 3, 2]],
  ['newest first', [2, 3, 4]],
] as const)('sees that what is promised %s is not', (order, numbers) => {
  expect(shown([...numbers], { order })).toMatchObject({ ...nothing, wrong: ['wrong way round'] });
});

it('sees what belongs to another conversation', () => {
  const { foreign } = shown([2, 3, 4], {}, [text(0, 8)]);
  expect(foreign).toMatchObject([{ conversation: 8, n: 0 }]);
});
