// Group Message Commands (dialogues.md:252)
import type { Chat } from '../../chat.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Conversation, Person } from '../../store/changes.ts';
import { acknowledge, fail, type Handler, isFor, pass, send, type Talk, talking } from './commands.ts';

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
    grpMsgReceived: within((talk, group) => {
      acknowledge(talk, group, talk.chat.people.by('phone', talk.frame.msg_to));
    }),
    grpMsgRead: within(toParticipant('msgReadHeard', 'msg_read')),
    // dialogues.md:371 shows msg_read here, the heading says grp_msg_read: both are understood.
    msgReadInGroup: within(toParticipant('msgReadHeard', 'msg_read')),
    isGrpTyping: within(toParticipant('isTypingHeard', 'is_typing')),
  },
};

function within(carryOut: (talk: Talk, group: Conversation) => void): Handler {
  return talking((talk) => {
    const group = talk.connection.conversation;
    const name = `${group.key}-${talk.name}`;
    if (isIn(talk.chat, group, talk.from)) carryOut({ ...talk, name }, group);
    else fail(talk, talk.frame.command, 'only participants write to this group');
  });
}

function newGrpMsg(talk: Talk, group: Conversation): void {
  const { chat, frame, from } = talk;
  if (!isFor(talk, group.key)) return;
  const members = chat.conversations
    .members(group.id)
    .flatMap(({ person }) => chat.people.by('id', person) ?? []);
  const others = members.filter(({ id }) => id !== from.id);
  // dialogues.md:312 spells with T and Z what dialogues.md:294 spells with a space.
  const time = `${frame.sent_timestamp.replace(' ', 'T').replace('Z', '')}Z`;
  send(talk, group, others, { id: 'msgSentInGroup', time, to: others[0]?.phone ?? group.key });
}

function toParticipant(id: string, command: string) {
  return (talk: Talk, group: Conversation): void => {
    const person = talk.chat.people.by('phone', talk.frame.msg_to);
    if (person !== undefined && isIn(talk.chat, group, person)) pass(talk, person, id, command);
    else fail(talk, talk.frame.command, 'msg_to is not a participant of this group');
  };
}

function isIn(chat: Chat, group: Conversation, person: Person): boolean {
  const isMember = chat.conversations.isMember(group.id, person.id);
  return chat.seams.decide('member', isMember, { person, about: group });
}
