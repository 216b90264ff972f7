// What is there over HTTP: the test pages (dialogues.md:7), and the addresses under special and info (dialogues.md:13),
// of which the document has nothing but the names. Who asks is told about their own dialogues and groups; a POST to
// special/personal or special/group starts one.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../specs/kit/root.ts';
import type { Chat } from '../../chat.ts';
import type { Answer, Call, OperationServer } from '../../dialect-server.ts';
import { refusal } from '../../operations.ts';
import type { Member, Person } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';

const FOLDER = join(packageRoot(), 'reference-server/dialects/dialogues/pages');

/** A page takes its names from its address in the browser, so that none gets into its markup. */
export const pages: Record<string, OperationServer> = {
  openStartPage: page('start'),
  openPersonalPage: page('chat'),
  openGroupPage: page('chat'),
  openRoomPage: page('room'),
};

function page(name: string): OperationServer {
  const body = readFileSync(join(FOLDER, `${name}.html`), 'utf8');
  return () => ({ status: 200, body });
}

const AT_MOST = 1000;

type Tell = (chat: Chat, me: Person) => unknown;
/** Gives a refusal when nothing is started. */
type Start = (chat: Chat, me: Person, fields: Record<string, unknown>) => Answer | undefined;

export const addresses: Record<string, OperationServer> = {
  ...at('', (chat, me) => ({ dialogues: dialoguesOf(chat, me), groups: groupsOf(chat, me) })),
  ...at('Personal', dialoguesOf, startDialogue),
  ...at('Group', groupsOf, startGroup),
  ...at('Room', () => []),
};

function at(name: string, tell: Tell, start?: Start): Record<string, OperationServer> {
  const told = asked(tell);
  const verbs = { getSpecial: told, postSpecial: asked(tell, start), getInfo: told, postInfo: told };
  return Object.fromEntries(Object.entries(verbs).map(([verb, server]) => [verb + name, server]));
}

/** The fields of a query and of a body are taken alike; msg_from is who asks. */
function asked(tell: Tell, start?: Start): OperationServer {
  return (chat: Chat, { parameters, body }: Call<object, unknown>): Answer => {
    const fields = { ...parameters, ...(typeof body === 'object' ? body : {}) };
    const me = personWith(chat, fields['msg_from']);
    if (me === undefined) return refusal(chat, 400, 'msg_from has to be the number of who asks.');
    return start?.(chat, me, fields) ?? { status: 200, body: tell(chat, me) };
  };
}

function startDialogue(chat: Chat, me: Person, { msg_to }: Record<string, unknown>): Answer | undefined {
  const other = personWith(chat, msg_to);
  if (other === undefined) return refusal(chat, 400, "msg_to has to be somebody's number.");
  chat.conversations.getOrCreatePair(me.id, other.id, chat.clock.now());
  return undefined;
}

function startGroup(chat: Chat, me: Person, { participants }: Record<string, unknown>): Answer | undefined {
  const phones: unknown[] = Array.isArray(participants) ? participants.slice(0, AT_MOST) : [];
  const members = phones.flatMap((phone) => personWith(chat, phone)?.id ?? []);
  if (!Array.isArray(participants) || members.length < participants.length)
    return refusal(chat, 400, `participants has to be a list of at most ${AT_MOST} people's numbers.`);
  const key = randomBytes(5).toString('hex');
  chat.conversations.addGroup(key, new Set([me.id, ...members]), [me.id], chat.clock.now());
  return undefined;
}

/** A conversation has two dialogues, and in each the other one is the receiver (dialogues.md:57). */
function dialoguesOf(chat: Chat, me: Person): object[] {
  return chat.conversations.ofPerson(me.id).flatMap(({ id, kind }) => {
    const members = kind === 'pair' ? chat.conversations.members(id) : [];
    return members.map(({ person, receivedAt, readAt }) => ({
      sender: chat.people.nameOf(members.find((one) => one.person !== person)?.person ?? person, 'phone'),
      receiver: chat.people.nameOf(person, 'phone'),
      last_received_receiver: receivedAt && withMicroseconds(receivedAt, 'Z'),
      last_seen_receiver: readAt && withMicroseconds(readAt, 'Z'),
    }));
  });
}

function groupsOf(chat: Chat, me: Person): object[] {
  const groups = chat.conversations.ofPerson(me.id).filter(({ kind }) => kind === 'group');
  return groups.map(({ id, key }) => {
    const members = chat.conversations.members(id);
    const phones = (some: Member[]) => some.map(({ person }) => chat.people.nameOf(person, 'phone'));
    const admins = members.filter(({ admin }) => admin === 1);
    return { grp: key, participants: phones(members), admin: phones(admins) };
  });
}

function personWith(chat: Chat, phone: unknown): Person | undefined {
  return typeof phone === 'string' ? chat.people.by('phone', phone) : undefined;
}
