// Who a request is taken for.
import type { Head } from '../dialect-server.ts';
import type { Person } from '../store/changes.ts';
import type { IdentityContext } from './faults.ts';
import { placeOf } from './visits.ts';

/** Notes who was here. */
export function remember(person: Person, { memory, request }: IdentityContext): void {
  memory.set(placeOf(request), person).set('anywhere', person);
}

/** Whoever was the last to be known here, or anywhere. */
export function lastKnown({ memory, request }: IdentityContext): Person | undefined {
  const known = memory.get(placeOf(request)) ?? memory.get('anywhere');
  return isPerson(known) ? known : undefined;
}

function isPerson(value: unknown): value is Person {
  return typeof value === 'object' && value !== null && 'uuid' in value;
}

export function isUpgrade({ url }: Head): boolean {
  return url.startsWith('/ws/');
}
