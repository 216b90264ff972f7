// When each message is due: an open model, in which a slow server does not slow down who writes to it.
import type { Profile } from './plan.ts';

/** How many messages are due until `second`; between the corners the rate goes in a straight line. */
export function dueUntil(rate: Profile['rate'], second: number): number {
  let due = 0;
  for (const [at, to] of rate.entries()) {
    const from = rate[at - 1];
    if (from === undefined || from.second >= second) continue;
    const end = Math.min(second, to.second);
    const slope = (to.perSecond - from.perSecond) / (to.second - from.second);
    const reached = from.perSecond + slope * (end - from.second);
    due += ((from.perSecond + reached) / 2) * (end - from.second);
  }
  return due;
}

export function secondsOf(rate: Profile['rate']): number {
  return rate.at(-1)?.second ?? 0;
}

/** The second at which the n-th message (from 0) is due; `share` is this worker's part of the rate. */
export function dueAt(rate: Profile['rate'], n: number, share: number): number | undefined {
  const wanted = (n + 0.5) / share;
  let [low, high] = [0, secondsOf(rate)];
  if (dueUntil(rate, high) < wanted) return undefined;
  while (high - low > 0.000_1) {
    const middle = (low + high) / 2;
    if (dueUntil(rate, middle) < wanted) low = middle;
    else high = middle;
  }
  return high;
}
