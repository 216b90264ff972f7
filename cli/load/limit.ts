// Where the objective of the time to delivery broke, and whether it was the server that could not keep up.
import { add, type Counts, quantile } from '../../reports/load/counts.ts';
import type { Limit } from '../../reports/load/model.ts';
import { conditionOf } from './objectives.ts';
import type { Moment, Samples } from './samples.ts';

/** Seconds that are looked at together. */
const WINDOW = 2;
const ENOUGH = 20;

/** The first two seconds in which it does not hold; undefined when it always does. */
export function limitOf({ seconds }: Samples, conditions: readonly string[]): Limit | undefined {
  const condition = conditions.find((one) => /^\s*p\(95\)\s*<=?/.test(one));
  if (condition === undefined) return undefined;
  const { holds } = conditionOf('chat_delivery_ms', condition);
  const all = [...seconds.keys()].sort((one, other) => one - other);
  const [first = 0] = all;
  for (const at of all) {
    const window = [at - 1, at].map((second) => seconds.get(second)).filter((one) => one !== undefined);
    const delivery = merged(window.map((one) => one.delivery));
    const value = quantile(delivery, 0.95);
    if (value === undefined || holds(value) || size(delivery) < ENOUGH) continue;
    const late = quantile(merged(window.map(({ lag }) => lag)), 0.95) ?? 0;
    const rate = Math.max(...[at - 1, at].map((second) => sum(seconds.get(second), 'chat_sent')));
    const blame = late > value / 2 ? 'k6' : 'target';
    return { second: at - first - WINDOW + 1, perSecond: rate, condition, value, lag: late, blame };
  }
  return undefined;
}

/** The highest rate of any second. */
export function highest({ seconds }: Samples): number {
  return [...seconds.values()].reduce((most, one) => Math.max(most, sum(one, 'chat_delivered')), 0);
}

function sum(moment: Moment | undefined, metric: string): number {
  return moment?.sums.get(metric) ?? 0;
}

function size(counts: Counts): number {
  return [...counts.values()].reduce((all, times) => all + times, 0);
}

export function merged(all: readonly Counts[]): Counts {
  const sum: Counts = new Map();
  for (const counts of all) for (const [value, times] of counts) add(sum, value, times);
  return sum;
}
