import { expect, it } from 'vitest';
import { read, written } from './stamp.ts';

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
  'load a 1 2 3',
  'load a 1 2 3 x',
  'load a 1 2 3 4 5',
  'load a 1 2 NaN 4',
])('takes %j for no message of a load run', (text) => {
  expect(read(text)).toBeUndefined();
});
