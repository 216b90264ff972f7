import { expect, it } from 'vitest';
import { limitOf } from './limit.ts';
import type { Moment, Samples } from './samples.ts';

/** A second with a hundred deliveries that all take so long, and were sent so late. */
function second(ms: number, late: number, sent: number): Moment {
  const sums = new Map([['chat_sent', sent]]);
  return { sums, delivery: new Map([[ms, 100]]), lag: new Map([[late, 100]]) };
}

function samplesWith(...seconds: Moment[]): Samples {
  return {
    sums: new Map(),
    errors: new Map(),
    trends: new Map(),
    sending: { first: 0, last: 0 },
    seconds: new Map(seconds.map((one, at) => [1000 + at, one])),
  };
}

it.each([
  ['the target', 5, 'target'],
  ['k6 itself', 590, 'k6'],
] as const)('says at which rate %s could not keep up', (_who, late, blame) => {
  const samples = samplesWith(second(20, 0, 100), second(30, 0, 200), second(600, late, 300));
  expect(limitOf(samples, ['p(95)<500'])).toEqual({
    second: 1,
    perSecond: 300,
    condition: 'p(95)<500',
    value: 600,
    lag: late,
    blame,
  });
});

it('finds no limit where the objective always held', () => {
  expect(limitOf(samplesWith(second(20, 0, 100)), ['p(95)<500', 'p(99)<10'])).toBeUndefined();
});
