import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { quantile } from '../../reports/load/counts.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { conditionOf, judged, METRICS, refuseUnknown } from './objectives.ts';
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

it.each([
  ['the target', 40, 50, undefined],
  ['k6 itself', 48, 50, 48],
  ['k6 itself', 40, 35, 40],
])('says when it is %s that breaks an objective, being %i ms late', (_who, late, limit, lag) => {
  const lags = new Map([[late, 100]]);
  const slow = {
    ...samples,
    trends: new Map([
      ['chat_delivery_ms', hundred],
      ['chat_lag_ms', lags],
    ]),
  };
  const [objective] = judged({ chat_delivery_ms: [`p(95)<${limit}`] }, slow, 10);
  expect(objective).toMatchObject({ value: 95, kept: false });
  expect(objective?.lag).toBe(lag);
});

it('knows what is measured', () => {
  const source = readFileSync(join(packageRoot(), 'load', 'kit', 'metrics.ts'), 'utf8');
  const measured = [...source.matchAll(/'(chat_\w+)'/g)].map(([, name]) => name);
  expect([...measured, 'chat_breakpoint'].sort()).toEqual([...METRICS].sort());
});

it.each([
  ['chat_lost', 'p(95)<5', 'what is counted has count and rate'],
  ['chat_delivery_ms', 'rate<5', 'a time has p(95)'],
])('refuses %s with %s, which would always be kept', (metric, condition, sentence) => {
  expect(() => conditionOf(metric, condition)).toThrow(sentence);
});

it('refuses an objective of what is not measured', () => {
  expect(() => refuseUnknown('chat_delivry_ms')).toThrow('Did you mean "chat_delivery_ms"?');
});

it('refuses a threshold that it cannot judge', () => {
  expect(() => conditionOf('chat_lost', 'counts==0')).toThrow(
    'The threshold "counts==0" of chat_lost is not understood',
  );
});

it('knows no quantile of nothing', () => {
  expect(quantile(new Map(), 0.5)).toBeUndefined();
});
