// What an answer holds, as the wire shows it: the specs judge the types, the checks only read.
import type { Reply } from '../kit/http.ts';
import { isObject } from '../kit/match.ts';

export interface Item {
  id: unknown;
  from_user: unknown;
  to_user: unknown;
  date_added: unknown;
  content: unknown;
  /** Only `last_message` has to have it. */
  multimedia_url: unknown;
}

export interface Conversation {
  id: unknown;
  name: unknown;
  other_user: unknown;
  last_message: Item | undefined;
}

export function isSuccess({ status }: Reply): boolean {
  return status >= 200 && status < 300;
}

/** The messages of a room; undefined when the answer is no list of messages. */
export function itemsOf(reply: Reply): Item[] | undefined {
  const messages = isSuccess(reply) ? field(reply.body, 'messages') : undefined;
  return Array.isArray(messages) ? messages.filter(isObject).map(itemOf) : undefined;
}

export function conversationsOf(reply: Reply): Conversation[] | undefined {
  if (!isSuccess(reply) || !Array.isArray(reply.body)) return undefined;
  return reply.body.filter(isObject).map(({ id, name, other_user, last_message }) => ({
    id,
    name,
    other_user,
    last_message: isObject(last_message) ? itemOf(last_message) : undefined,
  }));
}

function itemOf(value: Record<string, unknown>): Item {
  const { id, from_user, to_user, date_added, content, multimedia_url } = value;
  return { id, from_user, to_user, date_added, content, multimedia_url };
}

export function field(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

export function nameOf(person: unknown): unknown {
  return field(person, 'username');
}
