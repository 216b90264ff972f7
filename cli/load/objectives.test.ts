import { expect, it } from 'vitest';
import { quantile } from '../../reports/load/counts.ts';
import { conditionOf, judged } from './objectives.ts';
import type { Samples } from './samples.ts';

const hundred = new Map(Array.from({ length: 100 }, (_, at) => [at + 1, 1]));
const samples: Samples = {
  sums: new Map([['chat_lost', 2]]),
  errors: new Map(),
  trends: new Map([['chat_delivery_ms', hundred]]),
  sending: { first: 0, last: 0 },
  seconds: new Map(),
};

it.each([
  ['chat_delivery_ms', 'p(95)<96', 95, true],
  ['chat_delivery_ms', 'p(95)<95', 95, false],
  ['chat_delivery_ms', 'p(99.9) <= 100', 100, true],
  ['chat_delivery_ms', 'avg<51', 50.5, true],
  ['chat_delivery_ms', 'max>100', 100, false],
  ['chat_lost', 'count==0', 2, false],
  ['chat_lost', 'rate<0.5', 0.2, true],
  ['chat_foreign', 'count==0', 0, true],
])('judges %s by %s', (metric, condition, value, kept) => {
  expect(judged({ [metric]: [condition] }, samples, 10)).toEqual([{ metric, condition, value, kept }]);
});

it('refuses a threshold that it cannot judge', () => {
  expect(() => conditionOf('chat_lost', 'counts==0')).toThrow(
    'The threshold "counts==0" of chat_lost is not understood',
  );
});

it('knows no quantile of nothing', () => {
  expect(quantile(new Map(), 0.5)).toBeUndefined();
});
