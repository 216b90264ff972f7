import { expect, it } from 'vitest';
import { dueAt } from './schedule.ts';

const steady = [
  { second: 0, perSecond: 100 },
  { second: 10, perSecond: 100 },
];
const hill = [
  { second: 0, perSecond: 0 },
  { second: 10, perSecond: 20 },
  { second: 20, perSecond: 20 },
  { second: 30, perSecond: 0 },
];

it('spreads messages evenly, and ends when all are sent', () => {
  expect([0, 1, 999].map((n) => dueAt(steady, n, 1)?.toFixed(3))).toEqual(['0.005', '0.015', '9.995']);
  expect(dueAt(steady, 1000, 1)).toBeUndefined();
});

it('gives a worker its share', () => {
  expect(dueAt(steady, 249, 0.25)?.toFixed(2)).toBe('9.98');
  expect(dueAt(steady, 250, 0.25)).toBeUndefined();
});

it('follows the rate up and down', () => {
  const all = Array.from({ length: 400 }, (_, n) => dueAt(hill, n, 1) ?? Number.NaN);
  const within = (from: number, to: number): number => all.filter((at) => at >= from && at < to).length;
  expect([within(0, 5), within(5, 10), within(10, 15), within(15, 20)]).toEqual([25, 75, 100, 100]);
  expect([within(20, 25), within(25, 30.001)]).toEqual([75, 25]);
  expect(all.every((at, n) => n === 0 || at > (all[n - 1] ?? 0))).toBe(true);
  expect(dueAt(hill, 400, 1)).toBeUndefined();
});

it('rests where the rate is 0', () => {
  const pause = [0, 1, 2, 3].map((second) => ({ second, perSecond: second === 0 || second === 3 ? 10 : 0 }));
  expect(dueAt(pause, 4, 1)).toBeLessThan(1);
  expect(dueAt(pause, 5, 1)).toBeGreaterThan(2);
});
