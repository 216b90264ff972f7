// Watches the latest deliveries, for profiles that go on until an objective breaks.
import { plan } from './run.ts';

const WINDOW = 2_000;
const ENOUGH = 20;

const { chat_delivery_ms: conditions = [] } = plan.profile.thresholds;
const bound = boundOf(conditions);
export const watched = plan.profile.untilBroken === true;
let latest: { ms: number; at: number }[] = [];

export function noted(ms: number, at: number): void {
  latest.push({ ms, at });
}

/** Whether one delivery in twenty of the last two seconds took longer than the objective allows. */
export function broken(now: number): boolean {
  if (!watched || bound === undefined) return false;
  latest = latest.filter(({ at }) => now - at <= WINDOW);
  if (latest.length < ENOUGH) return false;
  return latest.filter(({ ms }) => ms >= bound).length > latest.length / 20;
}

function boundOf(all: string[]): number | undefined {
  for (const condition of all) {
    const [, limit] = /^\s*p\(95\)\s*<=?\s*([\d.]+)\s*$/.exec(condition) ?? [];
    if (limit !== undefined) return Number(limit);
  }
  return undefined;
}
