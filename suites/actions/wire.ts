// What the wire shows, read without judging it: the specs judge shapes and types.
import { Unmet } from '../kit/failure.ts';
import { isObject, type Judge, sameId } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import type { Heard } from '../kit/socket.ts';

/** A message as the history shows it. */
export interface Item {
  text: unknown;
  message_id: unknown;
  sender_id: unknown;
  status: unknown;
  created_at: unknown;
  updated_at: unknown;
  attachments: unknown;
}

/** What was said last in a room, as the list of rooms shows it. */
export interface LastMessage {
  content: unknown;
  created_at: unknown;
  from_this_user: unknown;
}

export function itemsOf(history: unknown): Item[] {
  return Array.isArray(history) ? history.filter(isObject).map(itemOf) : [];
}

function itemOf(item: Record<string, unknown>): Item {
  const { text, message_id, sender_id, status, created_at, updated_at, attachments } = item;
  return { text, message_id, sender_id, status, created_at, updated_at, attachments };
}

export function withId(items: readonly Item[], id: Id): Item | undefined {
  return items.find(({ message_id }) => sameId(id)(message_id) === true);
}

/** The message in a chat_message frame, or in one that marks it. */
export function messageIn({ value }: Heard): Record<string, unknown> {
  const message = isObject(value) ? value['message'] : undefined;
  return isObject(message) ? message : {};
}

export function idIn(heard: Heard): Id {
  const id = messageIn(heard)['message_id'];
  if (typeof id === 'number' || typeof id === 'string') return id;
  throw new Unmet('The frame of a message carries no message_id to go on with.');
}

/** For the frames that bring or mark a message. */
export const about = (id: Id): { message: { message_id: Judge } } => ({
  message: { message_id: sameId(id) },
});

/** The objects among the attachments of an item or of a frame's message. */
export function attachmentsOf({ attachments }: { attachments?: unknown }): Record<string, unknown>[] {
  return Array.isArray(attachments) ? attachments.filter(isObject) : [];
}

/** Milliseconds; times that cannot be read are another requirement's business. */
export function instant(what: string, time: unknown): number {
  const parsed = Date.parse(String(time));
  if (Number.isNaN(parsed)) throw new Unmet(`${what} is not a time.`);
  return parsed;
}
