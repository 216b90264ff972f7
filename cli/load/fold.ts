// Folds what k6 measured into the result of a load run.
import { histogram, quantile, spread } from '../../reports/load/counts.ts';
import type { LoadResult, Second } from '../../reports/load/model.ts';
import { highest, limitOf } from './limit.ts';
import { judged, NAMED } from './objectives.ts';
import type { Samples } from './samples.ts';

export interface About {
  dialect: string;
  scenario: string;
  profile: string;
  conversations: number;
  thresholds: Record<string, string[]>;
  /** The time to delivery was meant to break. */
  untilBroken?: boolean;
  instances?: number;
  raw: string;
}

const WRONG = ['lost', 'duplicated', 'reordered', 'foreign', 'history_wrong', 'errors'].map(
  (what) => `chat_${what}`,
);

export function fold(samples: Samples, { thresholds, untilBroken = false, ...about }: About): LoadResult {
  const { sums, errors, trends } = samples;
  const sum = (metric: string): number => sums.get(metric) ?? 0;
  const timeline = timelineOf(samples);
  const { chat_delivery_ms: conditions = [] } = thresholds;
  const limit = limitOf(samples, conditions);
  sums.set('chat_breakpoint', limit?.perSecond ?? highest(samples));
  const objectives = untilBroken ? withoutDelivery(thresholds) : thresholds;
  const { first, last } = samples.sending;
  const seconds = last > first ? Math.round((last - first) / 100) / 10 : 0;
  return {
    ...about,
    seconds,
    sent: sum('chat_sent'),
    delivered: sum('chat_delivered'),
    lost: sum('chat_lost'),
    duplicated: sum('chat_duplicated'),
    reordered: sum('chat_reordered'),
    foreign: sum('chat_foreign'),
    errors: Object.fromEntries(errors),
    others: othersOf(sums),
    ...(limit === undefined || !untilBroken ? {} : { limit }),
    perSecond: Math.round((sum('chat_delivered') / Math.max(0.1, seconds)) * 10) / 10,
    spreads: [...trends].flatMap(([metric, counts]) => spread(metric, counts) ?? []),
    histogram: histogram(trends.get('chat_delivery_ms') ?? new Map()),
    timeline,
    objectives: judged(objectives, samples, seconds),
  };
}

/** What the ramp goes beyond. */
function withoutDelivery(thresholds: About['thresholds']): About['thresholds'] {
  return Object.fromEntries(Object.entries(thresholds).filter(([metric]) => metric !== 'chat_delivery_ms'));
}

function othersOf(sums: Samples['sums']): Record<string, number> {
  const others = [...sums].map(([metric, sum]): [string, number] => [metric.replace(/^chat_/, ''), sum]);
  return Object.fromEntries(
    others.filter(([name, sum]) => sum !== 0 && name !== 'breakpoint' && !NAMED.includes(name)),
  );
}

/** One entry a second from the first sample to the last, also where nothing happened. */
function timelineOf({ seconds }: Samples): Second[] {
  if (seconds.size === 0) return [];
  const all = [...seconds.keys()].sort((one, other) => one - other);
  const [first = 0, last = 0] = [all[0], all.at(-1)];
  let connections = 0;
  return Array.from({ length: last - first + 1 }, (_, second): Second => {
    const { sums, delivery } = seconds.get(first + second) ?? {
      sums: new Map(),
      delivery: new Map(),
      lag: new Map(),
    };
    const sum = (metric: string): number => sums.get(metric) ?? 0;
    connections += sum('chat_opened') - sum('chat_closed');
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => quantile(delivery, part));
    return {
      second,
      sent: sum('chat_sent'),
      delivered: sum('chat_delivered'),
      wrong: WRONG.reduce((wrong, metric) => wrong + sum(metric), 0),
      connections,
      ...(p50 === undefined || p95 === undefined || p99 === undefined ? {} : { p50, p95, p99 }),
    };
  });
}
