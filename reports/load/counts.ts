// Counted values: exact quantiles, and two of them make one without any loss, which averages of percentiles are not.
import type { LoadResult, Spread } from './model.ts';

/** How often each value was measured. */
export type Counts = Map<number, number>;

export function add(counts: Counts, value: number, times = 1): void {
  counts.set(value, (counts.get(value) ?? 0) + times);
}

export function total(counts: Counts): number {
  let all = 0;
  for (const times of counts.values()) all += times;
  return all;
}

/** The least value that this part of all values does not exceed; nothing, when nothing was measured. */
export function quantile(counts: Counts, part: number): number | undefined {
  const wanted = Math.max(1, Math.ceil(total(counts) * part));
  let passed = 0;
  for (const [value, times] of ascending(counts)) {
    passed += times;
    if (passed >= wanted) return value;
  }
  return undefined;
}

export function spread(metric: string, counts: Counts): Spread | undefined {
  const values = ascending(counts);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const count = total(counts);
  const sum = values.reduce((all, [value, times]) => all + value * times, 0);
  const at = (part: number): number => quantile(counts, part) ?? 0;
  return {
    metric,
    count,
    min: first[0],
    mean: Math.round((sum / count) * 100) / 100,
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    max: last[0],
  };
}

/** Each bar a quarter wider than the one before, so that a long tail still fits on a page. */
export function histogram(counts: Counts): LoadResult['histogram'] {
  const bars: LoadResult['histogram'] = [];
  const values = ascending(counts);
  const highest = values.at(-1)?.[0] ?? -1;
  for (let from = 0; from <= highest; ) {
    const to = Math.max(from + 1, Math.ceil(from * 1.25));
    const inside = values.filter(([value]) => value >= from && value < to);
    bars.push({ from, to, count: inside.reduce((all, [, times]) => all + times, 0) });
    from = to;
  }
  return bars;
}

function ascending(counts: Counts): [number, number][] {
  return [...counts].sort(([one], [other]) => one - other);
}
