// Judges objectives, which are spelled as k6 spells thresholds, on what was measured.
import { type Counts, quantile, spread } from '../../reports/load/counts.ts';
import type { Objective } from '../../reports/load/model.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import type { Samples } from './samples.ts';

const SHAPE =
  /^\s*(p\((\d+(?:\.\d+)?)\)|count|rate|min|max|avg|med)\s*(<=|>=|==|!=|<|>)\s*(\d+(?:\.\d+)?)\s*$/;

const TIMES = ['delivery', 'receipt', 'connect', 'lag', 'history', 'listing', 'upload', 'download'];
/** What every result names; the rest is among its others. */
export const NAMED = [
  'sent',
  'delivered',
  'lost',
  'duplicated',
  'reordered',
  'foreign',
  'errors',
  'opened',
  'closed',
];
const COUNTS = [
  ...NAMED,
  'receipts',
  'receipts_lost',
  'receipts_duplicated',
  'history_wrong',
  'typing',
  'breakpoint',
];
/** What load/kit/metrics.ts measures, and what is computed from it. */
export const METRICS = [...TIMES.map((time) => `${time}_ms`), ...COUNTS].map((name) => `chat_${name}`);

/** An objective that is never judged would always be kept. */
export function refuseUnknown(metric: string): void {
  if (!METRICS.includes(metric))
    throw new UsageError(
      `There is a threshold of "${metric}", which is not measured.${didYouMean(metric, METRICS)}`,
    );
}

interface Condition {
  what: string;
  part: number;
  holds: (value: number) => boolean;
}

export function conditionOf(metric: string, text: string): Condition {
  const [, what = '', percent = '50', sign = '', limit = ''] = SHAPE.exec(text) ?? [];
  const bound = Number(limit);
  if (what === '')
    throw new UsageError(
      `The threshold "${text}" of ${metric} is not understood: write one like "p(95)<500" or "count==0".`,
    );
  const isTime = metric.endsWith('_ms');
  if (isTime === (what === 'count' || what === 'rate'))
    throw new UsageError(
      `The threshold "${text}" of ${metric} cannot be judged: ${isTime ? 'a time has p(95), min, max, avg and med' : 'what is counted has count and rate'}.`,
    );
  const signs: Record<string, (value: number) => boolean> = {
    '<': (value) => value < bound,
    '<=': (value) => value <= bound,
    '>': (value) => value > bound,
    '>=': (value) => value >= bound,
    '==': (value) => value === bound,
    '!=': (value) => value !== bound,
  };
  return { what: what.replace(/\(.*/, ''), part: Number(percent) / 100, holds: signs[sign] ?? (() => false) };
}

/** A metric of which nothing was measured keeps a count of 0 and has nothing else to be judged by. */
export function judged(
  thresholds: Record<string, string[]>,
  { sums, trends }: Samples,
  seconds: number,
): Objective[] {
  return Object.entries(thresholds).flatMap(([metric, conditions]) =>
    conditions.flatMap((condition): Objective[] => {
      const { what, part, holds } = conditionOf(metric, condition);
      const value = metric.endsWith('_ms')
        ? timeOf(trends.get(metric), what, part)
        : countOf(sums.get(metric) ?? 0, what, seconds);
      if (value === undefined) return [];
      const kept = holds(value);
      const lag = timeOf(trends.get('chat_lag_ms'), what, part) ?? 0;
      // Its lateness alone would have broken it, or is most of what was measured.
      const mostly = (holds(0) && !holds(lag)) || lag >= value / 2;
      const late = !kept && metric.endsWith('_ms') && metric !== 'chat_lag_ms' && mostly;
      return [{ metric, condition, value, kept, ...(late ? { lag } : {}) }];
    }),
  );
}

function countOf(sum: number, what: string, seconds: number): number | undefined {
  if (what === 'count') return sum;
  return what === 'rate' ? sum / Math.max(seconds, 0.001) : undefined;
}

function timeOf(counts: Counts | undefined, what: string, part: number): number | undefined {
  const all = counts === undefined ? undefined : spread('', counts);
  if (counts === undefined || all === undefined) return undefined;
  if (what === 'p' || what === 'med') return quantile(counts, part);
  const { min, max, mean, count } = all;
  return new Map(Object.entries({ min, max, avg: mean, count })).get(what);
}
