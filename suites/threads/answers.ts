// What an answer holds, as the wire shows it: the specs judge the types, the checks only read.
import type { Reply } from '../kit/http.ts';
import { isObject, type Judge, mismatches, show } from '../kit/match.ts';
import type { Person } from '../kit/people.ts';

export interface Item {
  id: unknown;
  sender: unknown;
  receiver: unknown;
  message: unknown;
  attached_file: unknown;
  attached_file_name: unknown;
  attached_file_size: unknown;
  created: unknown;
  seen: unknown;
  deleted: unknown;
  thread: unknown;
}

export interface Thread {
  id: unknown;
  user_one: unknown;
  user_two: unknown;
  craeted: unknown;
}

/** The messages of a conversation; undefined when the answer is not a list of messages. */
export function itemsOf({ status, body }: Reply): Item[] | undefined {
  const messages = status === 200 ? field(field(body, 'entity'), 'messages') : undefined;
  return Array.isArray(messages) ? messages.filter(isObject).map(itemOf) : undefined;
}

export function threadsOf({ status, body }: Reply): Thread[] | undefined {
  const threads = status === 200 ? field(body, 'entity') : undefined;
  return Array.isArray(threads)
    ? threads
        .filter(isObject)
        .map(({ id, user_one, user_two, craeted }) => ({ id, user_one, user_two, craeted }))
    : undefined;
}

/** The message that an upload has become. */
export function uploadedOf({ status, body }: Reply): Item | undefined {
  const message = status === 201 ? field(field(body, 'entity'), 'message') : undefined;
  return isObject(message) ? itemOf(message) : undefined;
}

export function field(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function itemOf(value: Record<string, unknown>): Item {
  const { id, sender, receiver, message, created, seen, deleted, thread } = value;
  const { attached_file, attached_file_name, attached_file_size } = value;
  return {
    id,
    sender,
    receiver,
    message,
    attached_file,
    attached_file_name,
    attached_file_size,
    created,
    seen,
    deleted,
    thread,
  };
}

/** For UUIDs and addresses, which mean the same in capitals. */
export function sameInAnyCase(id: unknown): Judge {
  return (value) =>
    String(value).toLowerCase() === String(id).toLowerCase() || `is ${show(value)}, not ${show(id)}`;
}

/** The people of a frame: who wrote, and for whom. */
export function between(author: Person, receiver: Person): { sender_id: Judge; receiver_id: Judge } {
  return { sender_id: sameInAnyCase(author.id), receiver_id: sameInAnyCase(receiver.id) };
}

export function isPerson(value: unknown, person: Person): boolean {
  return mismatches(value, { id: sameInAnyCase(person.id) }).length === 0;
}

export function isThreadOf({ user_one, user_two }: Thread, one: Person, other: Person): boolean {
  return (
    (isPerson(user_one, one) && isPerson(user_two, other)) ||
    (isPerson(user_one, other) && isPerson(user_two, one))
  );
}
