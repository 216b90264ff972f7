import { expect, it } from 'vitest';
import { dueAt, dueUntil } from './schedule.ts';

const steady = [
  { second: 0, perSecond: 100 },
  { second: 10, perSecond: 100 },
];
const ramp = [
  { second: 0, perSecond: 0 },
  { second: 10, perSecond: 20 },
  { second: 20, perSecond: 20 },
];

it('adds up the rate over time', () => {
  expect([0, 5, 10, 11].map((second) => dueUntil(steady, second))).toEqual([0, 500, 1000, 1000]);
  expect([5, 10, 15, 20].map((second) => dueUntil(ramp, second))).toEqual([25, 100, 200, 300]);
});

it('spreads messages evenly, and ends when all are sent', () => {
  expect([0, 1, 999].map((n) => dueAt(steady, n, 1)?.toFixed(3))).toEqual(['0.005', '0.015', '9.995']);
  expect(dueAt(steady, 1000, 1)).toBeUndefined();
});

it('gives a worker its share', () => {
  expect(dueAt(steady, 249, 0.25)?.toFixed(2)).toBe('9.98');
  expect(dueAt(steady, 250, 0.25)).toBeUndefined();
});
