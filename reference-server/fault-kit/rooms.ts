// What several faults of rooms are made of.
import type { Connection } from '../connection.ts';
import type { Store } from '../store/store.ts';
import type { Cause, Frame, Hooks, ResponseContext } from './faults.ts';
import { fieldOf, isFrame } from './frames.ts';

/** The frames that tell of a new message, and those that tell a count. */
export const RINGS: readonly string[] = ['newMessage', 'conversationNewMessage'];
export const COUNTS: readonly string[] = ['totalUnreadCount', 'conversationUnreadCount'];

/** Whether a frame of this kind is for sockets like this one. */
export function isBellFor(message: string, { channel }: Connection): boolean {
  return channel === (message.startsWith('conversation') ? 'conversationNotifications' : 'notifications');
}

/** Changes each conversation in the list. */
export function inConversations(
  change: (conversation: Frame, context: ResponseContext) => unknown,
): NonNullable<Hooks['outgoingResponse']> {
  return (answer, context) => {
    if (context.operation !== 'listConversations' || !Array.isArray(answer.body)) return undefined;
    const body = answer.body.map((one: unknown) => (isFrame(one) ? (change(one, context) ?? one) : one));
    return { ...answer, body };
  };
}

/** Changes what each conversation says of its last message. */
export function inLastMessages(
  change: (last: Frame, context: ResponseContext, conversation: Frame) => unknown,
): NonNullable<Hooks['outgoingResponse']> {
  return inConversations((one, context) => {
    const last = one['last_message'];
    return isFrame(last) ? { ...one, last_message: change(last, context, one) ?? last } : undefined;
  });
}

/** Changes each of a room's messages. */
export function inMessages(
  change: (item: Frame, context: ResponseContext) => unknown,
): NonNullable<Hooks['outgoingResponse']> {
  return (answer, context) => {
    if (context.operation !== 'listMessages' || !isFrame(answer.body)) return undefined;
    const messages = answer.body['messages'];
    if (!Array.isArray(messages)) return undefined;
    const body = {
      ...answer.body,
      messages: messages.map((one: unknown) => (isFrame(one) ? (change(one, context) ?? one) : one)),
    };
    return { ...answer, body };
  };
}

/** What somebody has not read, the oldest first. */
export function unreadOf(
  { database }: Store,
  person: number,
): { message: number; conversation: number; sender: number }[] {
  const sql = `select p.message, p.conversation, m.sender from pending p join messages m on m.id = p.message
    where p.person = ? order by p.message`;
  return database.rows(sql, person);
}

/** Somebody has read everything, or what one other person wrote. */
export function readAll(store: Store, person: number, other?: number): void {
  for (const { message, conversation, sender } of unreadOf(store, person))
    if (other === undefined || sender === other)
      store.apply({ kind: 'remove pending', person, conversation, message });
}

export function personNamed({ database }: Store, name: unknown): number | undefined {
  const sql = "select id from people where username = ? and dialect = 'rooms'";
  return database.rows<{ id: number }>(sql, String(name))[0]?.id;
}

/** Whom a socket's address names; nobody on the one of all conversations. */
export function otherOf(store: Store, { head: { parameters } }: Connection): number | undefined {
  const name = parameters['room'] ?? parameters['username_of_other_person_in_conversation'];
  return name === undefined ? undefined : personNamed(store, name);
}

export function isReading({ input }: Cause): boolean {
  return isFrame(input) && input['type'] === 'read_messages';
}

export function usersIn({ users }: Frame): unknown[] {
  return Array.isArray(users) ? users : [];
}

/** Notes of a connection, once it has closed, whether it was lost or left. */
export function watchClosing(to: Connection, memory: Map<unknown, unknown>): void {
  if (memory.has(to)) return;
  memory.set(to, 'here');
  to.socket.prependListener('close', (code: number) => memory.set(to, code === 1006 ? 'lost' : 'left'));
}

/** Changes everybody whom the two lists show. */
export function inPeople(
  change: (person: Frame, context: ResponseContext) => unknown,
): NonNullable<Hooks['outgoingResponse']> {
  return (answer, context) => {
    if (!context.operation.startsWith('list') || answer.status !== 200) return undefined;
    const within = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(within);
      if (!isFrame(value)) return value;
      if ('username' in value) return change(value, context);
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, within(one)]));
    };
    return { ...answer, body: within(answer.body) };
  };
}

/** Of the frame of a message. */
export function hasFile({ multimedia_url: url }: Frame): boolean {
  return typeof url === 'string' && url !== '';
}

/** The URL of a message's file. */
export function urlOf({ database }: Store, message: unknown): string {
  const sql = 'select extra from messages where id = ?';
  const extra: unknown = JSON.parse(database.rows<{ extra: string }>(sql, Number(message))[0]?.extra ?? '{}');
  return String(fieldOf(extra, 'url') ?? '');
}

/** In production mode the URL of a file says when it expires. */
export function isSigned(store: Store, message: unknown): boolean {
  return urlOf(store, message).includes('expires=');
}

export function isReceiver({ database }: Store, message: unknown, person: number | undefined): boolean {
  const sql = 'select receiver from messages where id = ?';
  const [found] = database.rows<{ receiver: number | null }>(sql, Number(message));
  return person !== undefined && found?.receiver === person;
}
