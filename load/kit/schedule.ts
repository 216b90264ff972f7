// When each message is due: an open model, in which a slow server does not slow down who writes to it.
import type { Profile } from './plan.ts';

export function secondsOf(rate: Profile['rate']): number {
  return rate.at(-1)?.second ?? 0;
}

/**
 * The second at which the n-th message (from 0) is due; `share` is this worker's part of the rate. Between its corners
 * the rate goes in a straight line. This is asked for every message: in k6, loops over iterators would cost too much.
 */
export function dueAt(rate: Profile['rate'], n: number, share: number): number | undefined {
  let wanted = (n + 0.5) / share;
  for (let at = 1; at < rate.length; at += 1) {
    const from = rate[at - 1];
    const to = rate[at];
    if (from === undefined || to === undefined) return undefined;
    const seconds = to.second - from.second;
    const due = ((from.perSecond + to.perSecond) / 2) * seconds;
    if (wanted <= due) {
      const slope = (to.perSecond - from.perSecond) / seconds;
      const reached = Math.sqrt(from.perSecond ** 2 + 2 * slope * wanted);
      return from.second + (2 * wanted) / (from.perSecond + reached);
    }
    wanted -= due;
  }
  return undefined;
}
