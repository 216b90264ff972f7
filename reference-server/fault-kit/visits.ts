// Who is where for the how-manieth time, which only faults want to know.
import type { Connection } from '../connection.ts';
import type { Head } from '../dialect-server.ts';

export interface Visit {
  /** The connection's number among the person's visits to this place, from 1. */
  visit: number;
  /** Its number among the sockets that the person had there when it opened, from 1. */
  ordinal: number;
}

/** Counts the visits of each person to each place. */
export class Visits {
  readonly #counts = new Map<string, number>();
  readonly #known = new WeakMap<Connection, Visit>();

  /** A connection that is about to join those that are open. */
  add(connection: Connection, open: Connection[]): void {
    const place = placeOf(connection.head);
    const key = `${connection.me.id} ${place}`;
    const visit = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, visit);
    const there = open.filter(({ me, head }) => me.id === connection.me.id && placeOf(head) === place);
    this.#known.set(connection, { visit, ordinal: there.length + 1 });
  }

  of(connection: Connection): Visit {
    return this.#known.get(connection) ?? { visit: 1, ordinal: 1 };
  }

  clear(): void {
    this.#counts.clear();
  }
}

/** The address without the token: two sockets at one place are of one kind. */
export function placeOf({ url }: Head): string {
  return url.replace(/([?&])token=[^&]*/g, '$1');
}
