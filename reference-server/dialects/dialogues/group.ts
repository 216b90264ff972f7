// Group Message Commands (dialogues.md:252)
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Conversation, Person } from '../../store/changes.ts';
import { authorOf, confirm, fail, isFor, pass, type Sent, type Talk } from './frames.ts';
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
    grpMsgRead: within(toParticipant('msgReadHeard', 'msg_read')),
    // dialogues.md:371 shows msg_read here, the heading says grp_msg_read: both are understood.
    msgReadInGroup: within(toParticipant('msgReadHeard', 'msg_read')),
    isGrpTyping: within(toParticipant('isTypingHeard', 'is_typing')),
  },
};

function within(carryOut: (talk: Talk, group: Conversation) => void) {
  return (chat: Chat, connection: Connection, frame: Sent): void => {
    const command = { chat, connection, frame };
    const group = connection.conversation;
    const from = authorOf(command);
    if (from === undefined) return;
    if (!isIn(chat, group, from)) fail(command, frame.command, 'only participants write to this group');
    else carryOut({ ...command, from, name: `${group.key}-${from.phone}` }, group);
  };
}

function newGrpMsg(talk: Talk, group: Conversation): void {
  const { chat, frame, from } = talk;
  if (!isFor(talk, group.key)) return;
  const others = participantsOf(chat, group).filter(({ id }) => id !== from.id);
  keep(talk, group, others);
  // dialogues.md:312 spells with T and Z what dialogues.md:294 spells with a space.
  const time = `${frame.sent_timestamp.replace(' ', 'T').replace('Z', '')}Z`;
  confirm(talk, 'msgSentInGroup', time, others[0]?.phone ?? group.key);
  for (const other of others) pass(talk, other, 'newMsgHeard', 'new_msg');
}

function grpMsgReceived(talk: Talk, group: Conversation): void {
  const author = talk.chat.people.byPhone(talk.frame.msg_to);
  const isDone = acknowledge(talk, group, author);
  if (isDone && author !== undefined) pass(talk, author, 'msgReceivedHeard', 'msg_received');
}

function toParticipant(id: string, command: string) {
  return (talk: Talk, group: Conversation): void => {
    const person = talk.chat.people.byPhone(talk.frame.msg_to);
    if (person !== undefined && isIn(talk.chat, group, person)) pass(talk, person, id, command);
    else fail(talk, talk.frame.command, 'msg_to is not a participant of this group');
  };
}

function isIn(chat: Chat, group: Conversation, person: Person): boolean {
  const isMember = chat.conversations.members(group.id).some((member) => member.person === person.id);
  return chat.seams.decide('member', isMember, { person, about: group });
}

function participantsOf(chat: Chat, group: Conversation): Person[] {
  return chat.conversations.members(group.id).flatMap(({ person }) => chat.people.byId(person) ?? []);
}
