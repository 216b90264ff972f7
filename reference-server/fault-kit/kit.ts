// What several faults are made of.
import { decodeJwt } from 'jose';
import type { Connection } from '../connection.ts';
import type { Head } from '../dialect-server.ts';
import type { Change, Conversation, Message, Person } from '../store/changes.ts';
import { bearer } from '../tokens.ts';
import type { Cause, FaultContext, Frame, Hooks, IdentityContext } from './faults.ts';
import { placeOf } from './visits.ts';

/** The fields in which the dialects carry what people write. */
const TEXTS = new Set(['message', 'message_body', 'text']);

/** The hooks that change every text which comes in by a socket, or by a form or an edit over HTTP. */
export function changesTexts(change: (text: string) => string): Pick<Hooks, 'incomingFrame'> {
  return { incomingFrame: (frame) => withTexts(frame, change) };
}

export function withTexts(frame: Frame, change: (text: string) => string): Frame {
  const entries = Object.entries(frame).map(([key, value]) => [
    key,
    TEXTS.has(key) && typeof value === 'string' ? change(value) : value,
  ]);
  return Object.fromEntries(entries);
}

export function isFrame(value: unknown): value is Frame {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One field of whatever this is. */
export function fieldOf(value: unknown, name: string): unknown {
  return isFrame(value) ? value[name] : undefined;
}

/** The part of a frame that is about a message: under "message", or the frame itself. */
export function messageIn(frame: Frame): Frame {
  return isFrame(frame['message']) ? frame['message'] : frame;
}

/** The frame with other fields in the part that is about a message. */
export function withMessage(frame: Frame, fields: Frame): Frame {
  return isFrame(frame['message'])
    ? { ...frame, message: { ...frame['message'], ...fields } }
    : { ...frame, ...fields };
}

/** The frame without a field of the part that is about a message. */
export function withoutField(frame: Frame, field: string): Frame {
  const { [field]: _gone, ...message } = messageIn(frame);
  return isFrame(frame['message']) ? { ...frame, message } : message;
}

/** The items of a history. */
export function withItems(frame: unknown, change: (item: Frame) => Frame): unknown[] | undefined {
  return Array.isArray(frame)
    ? frame.map((item: unknown) => (isFrame(item) ? change(item) : item))
    : undefined;
}

/** True at every n-th call. */
export function everyNth(
  n: number,
  { memory }: Pick<FaultContext, 'memory'>,
  what: unknown = 'calls',
): boolean {
  const calls = Number(memory.get(what) ?? 0) + 1;
  memory.set(what, calls);
  return calls % n === 0;
}

/** True when somebody else, or another socket, has called for the same in the last few milliseconds. */
export function atOnce(
  milliseconds: number,
  { memory }: Pick<FaultContext, 'memory'>,
  { what, by }: { what: unknown; by: unknown },
): boolean {
  const [before, at] = [memory.get(what), performance.now()];
  memory.set(what, { by, at });
  return isFrame(before) && before['by'] !== by && at - Number(before['at']) < milliseconds;
}

/** The other open sockets of the same person at the same address, this one among them, the oldest first. */
export function siblings(to: Connection, { connections }: Pick<FaultContext, 'connections'>): Connection[] {
  const place = placeOf(to.head);
  return connections().filter(({ me, head }) => me.id === to.me.id && placeOf(head) === place);
}

/** What is being done to a message, by whatever way the dialect has for it. */
export function deed({ operation, input }: Cause): 'edit' | 'delete' | undefined {
  const action = isFrame(input) ? input['action'] : undefined;
  if (operation === 'editMessage' || action === 'edit') return 'edit';
  return operation === 'deleteMessage' || action === 'delete' ? 'delete' : undefined;
}

/** The people in a conversation. */
export function membersOf(conversation: number, { store }: Pick<FaultContext, 'store'>): number[] {
  const sql = 'select person from members where conversation = ? order by person';
  return store.database.rows<{ person: number }>(sql, conversation).map(({ person }) => person);
}

export function isConnected(person: number, { connections }: Pick<FaultContext, 'connections'>): boolean {
  return connections().some(({ me }) => me.id === person);
}

/** The token that came along, wherever the dialect has it. */
export function tokenOf({ headers, parameters, protocols }: Head): string | undefined {
  const inQuery = parameters['token'];
  if (typeof inQuery === 'string' && inQuery !== '') return inQuery;
  return bearer(headers) ?? headers.authorization ?? protocols[1];
}

/** What a token says about itself, which nobody has checked. */
export function claimsOf(token: unknown): { expired: boolean; signed: boolean } | undefined {
  try {
    const { exp = 0 } = decodeJwt(String(token));
    return { expired: exp * 1000 < Date.now(), signed: !String(token).endsWith('.') };
  } catch {
    return undefined;
  }
}

export function isUpgrade({ url }: Head): boolean {
  return url.startsWith('/ws/');
}

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

/** There is something in the token's place, and it is no token at all. */
export function isGarbage(token: string | undefined): boolean {
  return token !== undefined && claimsOf(token) === undefined;
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

/** Hooks by which somebody, once poisoned, neither hears anything more nor is heard. */
export const silences: Pick<Hooks, 'outgoingFrame'> = {
  outgoingFrame: (_frame, { to, cause, memory }) =>
    memory.has(to.me.id) || memory.has(cause.by?.id) ? null : undefined,
};

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

export function withoutZone(time: unknown): string {
  return String(time).replace(/(Z|[+-]\d\d:\d\d)$/, '');
}

/** The same spelling, this many minutes later; a text that is no time stays as it is. */
export function shifted(time: unknown, minutes: number): unknown {
  const at = Date.parse(String(time));
  if (Number.isNaN(at)) return time;
  const clock = new Date(at + minutes * 60_000).toISOString().slice(0, 19);
  return clock + String(time).slice(19);
}

/** The file of a message that a fault dropped is kept without it. */
export function apartFromDropped(change: Change, { store }: Pick<FaultContext, 'store'>): Change | undefined {
  if (change.kind !== 'add upload' || change.upload.message === null) return undefined;
  const found = store.database.rows('select id from messages where id = ?', change.upload.message);
  return found.length > 0 ? undefined : { ...change, upload: { ...change.upload, message: null } };
}
