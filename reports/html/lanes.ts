// Who takes part in an exchange: a lane for each person's connection, and which entries a picture has room for.
import type { Entry } from '../model.ts';

export interface Lane {
  who: string;
  /** "/ws/chat/7/ #1" or "HTTP". */
  over: string;
  /** Rows between which the connection is open. */
  from?: number;
  to?: number;
}

export interface Row {
  entry: Entry;
  /** The lane that it belongs to; none for a note. */
  lane?: number;
}

export interface Lanes {
  lanes: Lane[];
  rows: Row[];
  /** How many entries are left out, and after which row. */
  skipped: { after: number; n: number };
}

const FIRST = 6;
const MOST = 32;
const LANES = 6;

export function lanesOf(entries: Entry[]): Lanes {
  const { chosen, skipped } = choose(entries);
  const lanes: Lane[] = [];
  const rows = chosen.map((entry, i): Row => {
    if (entry.kind === 'note' || entry.who === 'harness') return { entry };
    const over = overWhat(entry);
    let lane = lanes.findIndex((one) => one.who === entry.who && one.over === over);
    if (lane === -1 && lanes.length === LANES) return { entry };
    if (lane === -1) lane = lanes.push({ who: entry.who, over }) - 1;
    const found = lanes[lane];
    if (found !== undefined && over !== 'HTTP') stretch(found, entry, i);
    return { entry, lane };
  });
  return { lanes: grouped(lanes, rows), rows, skipped };
}

function stretch(lane: Lane, entry: Entry, row: number): void {
  lane.from ??= row;
  if (entry.kind === 'closed') lane.to = row;
}

/** One person's lanes beside each other, in the order in which people first act. */
function grouped(lanes: Lane[], rows: Row[]): Lane[] {
  const people = [...new Set(lanes.map((lane) => lane.who))];
  const order = people.flatMap((who) => lanes.filter((lane) => lane.who === who));
  const place = new Map(lanes.map((lane, i) => [i, order.indexOf(lane)]));
  for (const row of rows) {
    const moved = row.lane === undefined ? undefined : place.get(row.lane);
    if (moved !== undefined) row.lane = moved;
  }
  return order;
}

function overWhat({ where, kind }: Entry): string {
  if (kind === 'request' || kind === 'response') return 'HTTP';
  return where.replace(/^wss? /, '');
}

/** The beginning, and what led to the offending frame. */
function choose(entries: Entry[]): { chosen: Entry[]; skipped: Lanes['skipped'] } {
  if (entries.length <= MOST) return { chosen: entries, skipped: { after: -1, n: 0 } };
  const offending = entries.findIndex((entry) => entry.offending === true);
  const last = Math.min(entries.length, Math.max(MOST, (offending === -1 ? entries.length : offending) + 4));
  const start = last - (MOST - FIRST);
  if (start <= FIRST)
    return { chosen: entries.slice(0, MOST), skipped: { after: MOST - 1, n: entries.length - MOST } };
  const chosen = [...entries.slice(0, FIRST), ...entries.slice(start, last)];
  return { chosen, skipped: { after: FIRST - 1, n: entries.length - chosen.length } };
}
