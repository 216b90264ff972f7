// The addresses under special and info (dialogues.md:13), of which the document has nothing but the names:
// a POST to special starts a dialogue or a group, everything else tells about them.
import { randomBytes } from 'node:crypto';
import type { Chat } from '../../chat.ts';
import type { Answer, Call, OperationServer } from '../../dialect-server.ts';
import type { Conversation, Person } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';
import { phoneOf } from './frames.ts';
import { isIn, participantsOf } from './group.ts';

const AT_MOST = 1000;
const ROOMS: Answer = { status: 200, body: { detail: 'Rooms have no commands: there is nothing to tell.' } };

type Fields = Record<string, unknown>;
type Service = (chat: Chat, me: Person, fields: Fields) => Answer;

export const addresses: Record<string, OperationServer> = {
  ...at('', tellAll, (chat, me, fields) =>
    ('msg_to' in fields ? startDialogue : startGroup)(chat, me, fields),
  ),
  ...at('Personal', tellDialogue, startDialogue),
  ...at('Group', tellGroup, startGroup),
  ...at(
    'Room',
    () => ROOMS,
    () => ROOMS,
  ),
};

function at(name: string, tell: Service, start: Service): Record<string, OperationServer> {
  const telling = asked(tell);
  return {
    [`getSpecial${name}`]: telling,
    [`postSpecial${name}`]: asked(start),
    [`getInfo${name}`]: telling,
    [`postInfo${name}`]: telling,
  };
}

/** The fields of a query and of a body are taken alike; msg_from is who asks. */
function asked(serve: Service): OperationServer {
  return (chat: Chat, { parameters, body }: Call<object, unknown>): Answer => {
    const fields = { ...parameters, ...(typeof body === 'object' ? body : {}) };
    const me = personIn(chat, fields, 'msg_from');
    return me === undefined
      ? refused(400, 'msg_from has to be the number of who asks.')
      : serve(chat, me, fields);
  };
}

function startDialogue(chat: Chat, me: Person, fields: Fields): Answer {
  const other = personIn(chat, fields, 'msg_to');
  if (other === undefined) return refused(400, "msg_to has to be somebody's number.");
  const pair = chat.conversations.getOrCreatePair(me.id, other.id, chat.clock.now());
  return { status: 200, body: dialoguesOf(chat, pair) };
}

function startGroup(chat: Chat, me: Person, { participants }: Fields): Answer {
  const phones: unknown[] = Array.isArray(participants) ? participants.slice(0, AT_MOST) : [];
  const members = phones.flatMap((phone) => personIn(chat, { phone }, 'phone')?.id ?? []);
  if (!Array.isArray(participants) || members.length < participants.length)
    return refused(400, `participants has to be a list of at most ${AT_MOST} people's numbers.`);
  const all = new Set([me.id, ...members]);
  const key = randomBytes(5).toString('hex');
  const group = chat.conversations.addGroup(key, [...all], [me.id], chat.clock.now());
  return { status: 201, body: shownGroup(chat, group) };
}

function tellAll(chat: Chat, me: Person): Answer {
  const all = chat.conversations.ofPerson(me.id);
  const dialogues = all.filter(({ kind }) => kind === 'pair').flatMap((pair) => dialoguesOf(chat, pair));
  const groups = all.filter(({ kind }) => kind === 'group').map((group) => shownGroup(chat, group));
  return { status: 200, body: { dialogues, groups } };
}

function tellDialogue(chat: Chat, me: Person, fields: Fields): Answer {
  const other = personIn(chat, fields, 'msg_to');
  const pair = other && chat.conversations.ofPair(me.id, other.id);
  return { status: 200, body: pair === undefined ? [] : dialoguesOf(chat, pair) };
}

function tellGroup(chat: Chat, me: Person, { grp }: Fields): Answer {
  const group = typeof grp === 'string' ? chat.conversations.ofGroup(grp) : undefined;
  if (group === undefined || !isIn(chat, group, me)) return refused(403, 'grp has to be a group of yours.');
  return { status: 200, body: shownGroup(chat, group) };
}

/** A conversation has two dialogues, and in each the other one is the receiver (dialogues.md:57). */
function dialoguesOf(chat: Chat, { id }: Conversation): object[] {
  const members = chat.conversations.members(id);
  return members.map(({ person, receivedAt, readAt }) => ({
    sender: phoneOf(chat, members.find((one) => one.person !== person)?.person ?? person),
    receiver: phoneOf(chat, person),
    last_received_receiver: receivedAt && withMicroseconds(receivedAt, 'Z'),
    last_seen_receiver: readAt && withMicroseconds(readAt, 'Z'),
  }));
}

function shownGroup(chat: Chat, group: Conversation): object {
  const admins = chat.conversations.members(group.id).filter(({ admin }) => admin === 1);
  return {
    grp: group.key,
    participants: participantsOf(chat, group).map(({ phone }) => phone),
    admin: admins.map(({ person }) => phoneOf(chat, person)),
  };
}

function personIn(chat: Chat, fields: Fields, name: string): Person | undefined {
  const phone = fields[name];
  return typeof phone === 'string' ? chat.people.byPhone(phone) : undefined;
}

function refused(status: number, detail: string): Answer {
  return { status, body: { detail } };
}
