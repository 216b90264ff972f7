// Where in a load run nothing was on its way: what was lost is certain from there on.
import type { Event } from '../../suites/history/events.ts';

/** Milliseconds: what was sent so long before a view was asked for is known to the judges of the view. */
const EVERY = 1_000;

/**
 * The journal with a line `settled` wherever one is needed and true. k6 tells for each conversation when all of it has
 * been waited for; when one of them lacks that, the run was broken off, and nothing is known of what was on its way.
 */
export function settling(told: readonly Event[]): Event[] {
  const over = new Set(told.flatMap((event) => (event.kind === 'settled' ? [subjectOf(event)] : [])));
  const events = told.filter(({ kind }) => kind !== 'settled');
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isWhole = events.every((event) => event.kind !== 'conversation' || over.has(subjectOf(event)));
  const quiet = isWhole ? quietPlaces(events) : new Set<number>();
  const settled = ({ t }: Event): Event => ({ t, kind: 'settled' });
  return [
    { t: first.t, kind: 'journal' },
    ...events.flatMap((event, at) => (quiet.has(at) ? [settled(events[at - 1] ?? event), event] : [event])),
    ...(isWhole ? [settled(last)] : []),
  ];
}

/** Places before which nothing was on its way: the last one before each coming and going, and one a second. */
function quietPlaces(events: readonly Event[]): Set<number> {
  const arrivals = lastArrivals(events);
  const places = new Set<number>();
  const flying = new Set<string>();
  let settledAt = events[0]?.t ?? 0;
  /** Whether something was sent since, and the last quiet place after that. */
  let isUnsettled = false;
  let quiet: number | undefined;
  for (const [at, event] of events.entries()) {
    if (isUnsettled && flying.size === 0) quiet = at;
    const isTurn = event.kind === 'connect' || event.kind === 'disconnect' || event.t - settledAt >= EVERY;
    if (isTurn && quiet !== undefined) {
      places.add(quiet);
      isUnsettled = quiet !== at;
      settledAt = event.t;
      quiet = undefined;
    }
    if (event.kind === 'send') {
      isUnsettled = true;
      if ((arrivals.get(keyOf(event)) ?? -1) > at) flying.add(keyOf(event));
    } else if (event.kind === 'deliver' && arrivals.get(keyOf(event)) === at) flying.delete(keyOf(event));
  }
  return places;
}

function lastArrivals(events: readonly Event[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const [at, event] of events.entries()) if (event.kind === 'deliver') last.set(keyOf(event), at);
  return last;
}

function keyOf({ conversation, message }: { conversation: string; message: string | number }): string {
  return `${conversation} ${message}`;
}

/** The conversation that a line is about. */
function subjectOf(event: Event): string {
  return 'conversation' in event ? String(event.conversation) : '';
}
