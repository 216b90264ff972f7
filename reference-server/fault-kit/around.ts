// What goes on around a frame: who else is there, and what is being done.
import type { Connection } from '../connection.ts';
import type { Cause, FaultContext } from './faults.ts';
import { isFrame } from './frames.ts';
import { placeOf } from './visits.ts';

/** The other open sockets of the same person at the same address, this one among them, the oldest first. */
export function siblings(to: Connection, { connections }: Pick<FaultContext, 'connections'>): Connection[] {
  const place = placeOf(to.head);
  return connections().filter(({ me, head }) => me.id === to.me.id && placeOf(head) === place);
}

export function isConnected(person: number, { connections }: Pick<FaultContext, 'connections'>): boolean {
  return connections().some(({ me }) => me.id === person);
}

/** The people in a conversation. */
export function membersOf(conversation: number, { store }: Pick<FaultContext, 'store'>): number[] {
  const sql = 'select person from members where conversation = ? order by person';
  return store.database.rows<{ person: number }>(sql, conversation).map(({ person }) => person);
}

/** What is being done to a message, by whatever way the dialect has for it. */
export function deed({ operation, input }: Cause): 'edit' | 'delete' | undefined {
  const action = isFrame(input) ? input['action'] : undefined;
  if (operation === 'editMessage' || action === 'edit') return 'edit';
  return operation === 'deleteMessage' || action === 'delete' ? 'delete' : undefined;
}

/** Of a frame that came in: it is not JSON. */
export function isMalformed(about: unknown): boolean {
  if (typeof about !== 'string') return false;
  try {
    JSON.parse(about);
    return false;
  } catch {
    return true;
  }
}
