import { expect, it } from 'vitest';
import { ratioOf, verdictOf } from './ratio.ts';

const rounded = (value = Number.NaN): number => Math.round(value * 100) / 100;

it('gives the ratio of runs that took turns, and how sure it is', () => {
  const { ratio, low, high, pairs } = ratioOf([100, 110, 90, 105, 95], [132, 141, 121, 142, 124]);
  expect([ratio, low, high].map(rounded)).toEqual([1.32, 1.29, 1.36]);
  expect(pairs).toBe(5);
});

it('takes what slowed down both runs of a pair for no difference', () => {
  const { low, high } = ratioOf([10, 100, 1000], [10, 100, 1000]);
  expect([low, high].map(rounded)).toEqual([1, 1]);
});

it.each([
  [[1, 1, 1], [2, 2.1, 1.9], 'worse'],
  [[10, 10, 10], [10, 10.1, 9.9], 'not worse'],
  [[10, 10, 10], [5, 30, 11], 'cannot tell'],
  [[10], [20], 'cannot tell'],
] as const)('finds %j → %j %s', (baseline, candidate, verdict) => {
  expect(verdictOf(ratioOf(baseline, candidate), 1.1)).toBe(verdict);
});

it('cries worse for one comparison in forty at most when nothing has changed', () => {
  let state = 4711;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const run = (): number => 100 * Math.exp((random() + random() + random() - 1.5) * 0.3);
  const five = (): number[] => [run(), run(), run(), run(), run()];
  let worse = 0;
  for (let round = 0; round < 1000; round += 1)
    if (verdictOf(ratioOf(five(), five()), 1) === 'worse') worse += 1;
  expect(worse).toBeLessThan(50);
});
