import { expect, it } from 'vitest';
import { instantOf } from './instant.ts';

it.each([
  ['2025-03-01T18:20:05Z', '2025-03-01T18:20:05.000Z', 0],
  ['2025-03-01T18:20:05.120400Z', '2025-03-01T19:20:05.120+01:00', 0.4],
  ['2025-03-01T18:20:05.1Z', '2025-03-01T18:20:05Z', 100],
])('tells %s from %s', (one, other, apart) => {
  expect(instantOf(one) - instantOf(other)).toBeCloseTo(apart, 2);
});

it.each(['2025-03-01T18:20:05.120400', 'yesterday', null])('takes %s for no instant', (value) => {
  expect(instantOf(value)).toBeNaN();
});
