// What is stored, and what a fault stores besides.
import type { Change, Conversation, Message } from '../store/changes.ts';
import type { FaultContext } from './faults.ts';

export function isConversation(value: unknown): value is Conversation {
  return typeof value === 'object' && value !== null && 'kind' in value && 'key' in value;
}

export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'sender' in value && 'conversation' in value;
}

/** One more room of the same people. */
export function anotherRoom(
  key: string,
  people: readonly number[],
  { store }: Pick<FaultContext, 'store'>,
): number {
  const id = store.apply({ kind: 'add conversation', conversation: { kind: 'pair', key, createdAt: 0 } });
  for (const person of people)
    store.apply({
      kind: 'add member',
      member: { conversation: id, person, admin: 0, receivedAt: null, readAt: null },
    });
  return id;
}

/** The file of a message that a fault dropped is kept without it. */
export function apartFromDropped(change: Change, { store }: Pick<FaultContext, 'store'>): Change | undefined {
  if (change.kind !== 'add upload' || change.upload.message === null) return undefined;
  const found = store.database.rows('select id from messages where id = ?', change.upload.message);
  return found.length > 0 ? undefined : { ...change, upload: { ...change.upload, message: null } };
}
