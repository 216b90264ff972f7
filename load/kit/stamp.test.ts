import { expect, it } from 'vitest';
import { reading, written } from './stamp.ts';

const read = reading('a1b2');

it('reads what it has written', () => {
  const stamp = { run: 'a1b2', conversation: 7, sender: 100, n: -1, scheduledAt: 1_700_000_000_000 };
  expect(read(written(stamp))).toEqual(stamp);
});

it.each([
  undefined,
  7,
  '',
  'hello',
  'load of hay',
  'load a1b2 1 2 3',
  'load a1b2 1 2 3 x',
  'load a1b2 x 2 3 4',
  'load a1b2 1 x 3 4',
  'load a1b2 1 2 3 4 5',
  'load a1b2 1 2 NaN 4',
  'load a1b 1 2 3 4',
  'load another 1 2 3 4',
])('takes %j for no message of this run', (text) => {
  expect(read(text)).toBeUndefined();
});
