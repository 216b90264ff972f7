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
import type { Conversation, Member, Person } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';

/** A page takes its names from its address in the browser, so that none gets into its markup. */
export const pages: Record<string, OperationServer> = {
  openStartPage: page('start'),
  openPersonalPage: page('chat'),
  openGroupPage: page('chat'),
  openRoomPage: page('room'),
};

function page(name: string): OperationServer {
  const file = join(packageRoot(), 'reference-server/dialects/dialogues/pages', `${name}.html`);
  const body = readFileSync(file, 'utf8');
  return () => ({ status: 200, body });
}

type Tell = (chat: Chat, me: Person) => unknown;
/** Gives what was started, or why nothing was. */
type Start = (chat: Chat, me: Person, fields: Record<string, unknown>) => Conversation | string;

const startDialogue: Start = (chat, me, { msg_to }) => {
  const other = chat.people.by('phone', String(msg_to));
  if (other === undefined) return "msg_to has to be somebody's number.";
  return chat.conversations.getOrCreatePair(me.id, other.id, chat.clock.now());
};

const AT_MOST = 1000;
const startGroup: Start = (chat, me, { participants }) => {
  const phones: unknown[] = Array.isArray(participants) ? participants.slice(0, AT_MOST) : [];
  const members = phones.flatMap((phone) => chat.people.by('phone', String(phone))?.id ?? []);
  if (!Array.isArray(participants) || members.length < participants.length)
    return `participants has to be a list of at most ${AT_MOST} people's numbers.`;
  const key = randomBytes(5).toString('hex');
  return chat.conversations.addGroup(key, new Set([me.id, ...members]), [me.id], chat.clock.now());
};

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
    const me = chat.people.by('phone', String(fields['msg_from']));
    if (me === undefined) return refusal(chat, 400, 'msg_from has to be the number of who asks.');
    const started = start?.(chat, me, fields);
    if (typeof started === 'string') return refusal(chat, 400, started);
    return { status: 200, body: tell(chat, me) };
  };
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
    const admin = phones(members.filter((member) => member.admin === 1));
    return { grp: key, participants: phones(members), admin };
  });
}
