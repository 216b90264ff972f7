// Group Message Commands (dialogues.md:252)
import type {
  GrpMsgRead,
  GrpMsgReceived,
  IsGrpTyping,
  MsgReadInGroup,
  NewGrpMsg,
} from '../../../specs/dialogues/generated/frames.ts';
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Conversation, Person } from '../../store/changes.ts';
import { authorOf, fail, hear, heard, isForAddress, type Sent, saved, typing } from './frames.ts';
import { acknowledge, keep } from './keeping.ts';

/** From a participant to a group: /ws/chat/group/{msg_from}/{grp}/ */
export const groupSendSocket: ChannelServer = {
  enter(chat, { parameters }, me) {
    const group = chat.conversations.ofGroup(String(parameters['grp']));
    if (group === undefined) return { status: 404, says: 'There is no such group.' };
    if (!isIn(chat, group, me)) return { status: 403, says: 'This group is for its participants.' };
    return { topics: [], conversation: group };
  },
  frames: {
    newGrpMsg: within(newGrpMsg),
    grpMsgReceived: within(grpMsgReceived),
    grpMsgRead: within(grpMsgRead),
    // dialogues.md:371 shows msg_read here, the heading says grp_msg_read: both are understood.
    msgReadInGroup: within(grpMsgRead),
    isGrpTyping: within(isGrpTyping),
  },
};

/** Participants are known to the group; anybody else is not. */
export function isIn(chat: Chat, group: Conversation, person: Person): boolean {
  const isMember = chat.conversations.members(group.id).some((member) => member.person === person.id);
  return chat.seams.decide('member', isMember, { person, about: group });
}

export function participantsOf(chat: Chat, group: Conversation): Person[] {
  return chat.conversations.members(group.id).flatMap(({ person }) => chat.people.byId(person) ?? []);
}

interface Talk {
  chat: Chat;
  connection: Connection;
  group: Conversation;
  from: Person;
  /** Key and number: how the others see from whom it comes. */
  name: string;
}

function within<Frame extends Sent>(carryOut: (talk: Talk, frame: Frame) => void) {
  return (chat: Chat, connection: Connection, frame: Frame): void => {
    const { conversation: group } = connection;
    const from = authorOf(chat, connection, frame);
    if (from === undefined) return;
    if (!isIn(chat, group, from)) fail(chat, connection, frame.command, 'only participants may do this');
    else carryOut({ chat, connection, group, from, name: `${group.key}-${from.phone}` }, frame);
  };
}

function newGrpMsg({ chat, connection, group, from, name }: Talk, frame: NewGrpMsg): void {
  if (!isForAddress(chat, connection, frame, group.key)) return;
  const others = participantsOf(chat, group).filter(({ id }) => id !== from.id);
  keep(chat, frame, { conversation: group.id, from, waiting: others });
  const to = others[0]?.phone ?? group.key;
  connection.send('msgSentInGroup', saved(chat, withZone(frame.sent_timestamp), from.phone, to));
  for (const other of others) hear(chat, other, 'newMsgHeard', heard(frame, 'new_msg', name, other.phone));
}

function grpMsgReceived({ chat, connection, group, from, name }: Talk, frame: GrpMsgReceived): void {
  const author = chat.people.byPhone(frame.msg_to);
  if (!acknowledge(chat, connection, frame, { conversation: group.id, from, author })) return;
  if (author !== undefined)
    hear(chat, author, 'msgReceivedHeard', heard(frame, 'msg_received', name, author.phone));
}

function grpMsgRead(talk: Talk, frame: GrpMsgRead | MsgReadInGroup): void {
  const author = addressee(talk, frame);
  if (author === undefined) return;
  hear(talk.chat, author, 'msgReadHeard', heard(frame, 'msg_read', talk.name, author.phone));
}

function isGrpTyping(talk: Talk, frame: IsGrpTyping): void {
  const person = addressee(talk, frame);
  if (person !== undefined) hear(talk.chat, person, 'isTypingHeard', typing(frame, talk.name, person.phone));
}

/** The participant whom a receipt or typing is for; anybody else fails. */
function addressee({ chat, connection, group }: Talk, frame: Sent): Person | undefined {
  const person = chat.people.byPhone(frame.msg_to);
  if (person !== undefined && isIn(chat, group, person)) return person;
  fail(chat, connection, frame.command, 'msg_to is not a participant of this group');
  return undefined;
}

// dialogues.md:312 spells with T and Z what dialogues.md:294 spells with a space.
function withZone(time: string): string {
  return time.endsWith('Z') ? time : `${time.replace(' ', 'T')}Z`;
}
