// The two send sockets: from one person to another (dialogues.md:54) or to a group (dialogues.md:252).
// Store and forward: a message stays until everybody whom it is for has acknowledged it.
import type { Chat } from '../../chat.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Conversation, Person } from '../../store/changes.ts';
import { instant, withBlank } from '../../times.ts';
import { type Command, fail, inboxOf, isFor } from './commands.ts';

/** /ws/chat/personal/{msg_from}/{msg_to}/ */
export const chatSendSocket: ChannelServer = {
  enter(chat, { parameters }) {
    const other = chat.people.by('phone', String(parameters['msg_to']));
    return other === undefined ? { status: 404, says: 'Nobody has the second number.' } : { topics: [] };
  },
  frames: {
    newMsg: toOne(newMsg),
    msgReceived: toOne(acknowledge),
    msgRead: toOne(read),
    isTyping: toOne((talk, to) => pass(talk, to, 'isTypingHeard', 'is_typing')),
  },
};

/** /ws/chat/group/{msg_from}/{grp}/ */
export const groupSendSocket: ChannelServer = {
  enter(chat, { parameters }, me) {
    const group = chat.conversations.ofGroup(String(parameters['grp']));
    if (group === undefined) return { status: 404, says: 'There is no such group.' };
    if (!isIn(chat, group, me)) return { status: 403, says: 'This group is for its participants.' };
    return { topics: [], conversation: group };
  },
  frames: {
    newGrpMsg: talking(newGrpMsg),
    grpMsgReceived: toOne(acknowledge),
    grpMsgRead: toOne(read),
    // dialogues.md:371 shows msg_read here, the heading says grp_msg_read: both are understood.
    msgReadInGroup: toOne(read),
    isGrpTyping: toOne((talk, to) => pass(talk, to, 'isTypingHeard', 'is_typing')),
  },
};

/** A command on a send socket: whose it is, within which group, and when it was sent. */
interface Talk extends Command {
  from: Person;
  group: Conversation | undefined;
  sentAt: number | null;
}

type Handler = ChannelServer['frames'][string];
type Deed = (talk: Talk, to: Person, conversation: Conversation | undefined) => void;

/** A command is from the person of the socket. A claim to be somebody else fails. */
function talking(carryOut: (talk: Talk) => void): Handler {
  return (chat, connection, frame: Command['frame']) => {
    const { me, channel } = connection;
    const from = chat.people.by('phone', frame.msg_from) ?? me;
    const group = channel === 'groupSendSocket' ? connection.conversation : undefined;
    const talk = { chat, connection, frame, from, group, sentAt: instant(frame.sent_timestamp) ?? null };
    if (!chat.seams.decide('author', frame.msg_from === me.phone, { about: frame }))
      fail(talk, 'authentication', "msg_from is not the number in this socket's address");
    else if (group === undefined || isIn(chat, group, from)) carryOut(talk);
    else fail(talk, frame.command, 'only participants write to this group');
  };
}

/** To the person in the socket's address, or to a participant of the group that is there. */
function toOne(carryOut: Deed): Handler {
  return talking((talk) => {
    const { chat, connection, frame, from, group } = talk;
    if (group === undefined && !isFor(talk, String(connection.head.parameters['msg_to']))) return;
    const to = chat.people.by('phone', frame.msg_to);
    if (to !== undefined && (group === undefined || isIn(chat, group, to)))
      carryOut(talk, to, group ?? chat.conversations.ofPair(from.id, to.id));
    else fail(talk, frame.command, 'msg_to is nobody to whom this socket leads');
  });
}

function isIn(chat: Chat, group: Conversation, person: Person): boolean {
  const isMember = chat.conversations.isMember(group.id, person.id);
  return chat.seams.decide('member', isMember, { person, about: group });
}

function newMsg(talk: Talk, to: Person): void {
  const { chat, frame, from } = talk;
  const pair = chat.conversations.getOrCreatePair(from.id, to.id, chat.clock.now());
  send(talk, pair, [to], frame.sent_timestamp);
}

function newGrpMsg(talk: Talk): void {
  const { chat, frame, from, group } = talk;
  if (group === undefined || !isFor(talk, group.key)) return;
  const others = chat.conversations.members(group.id).filter(({ person }) => person !== from.id);
  const waiting = others.flatMap(({ person }) => chat.people.by('id', person) ?? []);
  // dialogues.md:312 spells with T and Z what dialogues.md:294 spells with a space.
  send(talk, group, waiting, `${frame.sent_timestamp.replace(' ', 'T').replace('Z', '')}Z`);
}

/** Keeps a message for these people, says to its sender that it is saved, which it is by then, and puts it on their sockets. */
function send(talk: Talk, { id, kind, key }: Conversation, waiting: Person[], time: string): void {
  const { chat, connection, frame, from, sentAt } = talk;
  const [first] = waiting;
  if (first !== undefined) {
    const content = { text: frame.message, status: 'kept', sentAt, createdAt: chat.clock.now() };
    // Only a message to one person has a receiver.
    const people = { sender: from.id, receiver: kind === 'pair' ? first.id : null };
    chat.store.transaction(() => {
      const message = chat.messages.add({ conversation: id, ...people, ...content });
      for (const person of waiting) chat.messages.addPending(message, person.id);
    });
  }
  const names = { msg_from: from.phone, msg_to: first?.phone ?? key };
  const saved = { message: time, command: 'msg_sent', ...names, sent_timestamp: withBlank(chat.clock.now()) };
  connection.send(kind === 'pair' ? 'msgSent' : 'msgSentInGroup', saved);
  for (const person of waiting) pass(talk, person, 'newMsgHeard', 'new_msg');
}

/**
 * Ends the waiting for one person, of which the author hears; the last one's deletes the message. It fails when no such
 * message waits. When this was is last_received_receiver of the author's dialogue.
 */
function acknowledge(talk: Talk, author: Person, conversation: Conversation | undefined): void {
  const { chat, frame, from } = talk;
  const named = chat.messages.sentAt(author.id, instant(frame.message) ?? 0, conversation?.id ?? 0);
  const message = named.find(({ id }) => chat.messages.pendingFor(id).includes(from.id));
  if (message === undefined) {
    fail(talk, 'delete_msg', "couldn't find a message to delete");
    return;
  }
  chat.store.transaction(() => {
    chat.messages.removePending(message, from.id);
    if (chat.messages.pendingFor(message.id).length === 0) chat.messages.remove(message.id);
    chat.conversations.changeMember(message.conversation, from.id, { receivedAt: talk.sentAt });
  });
  pass(talk, author, 'msgReceivedHeard', 'msg_received');
}

/** Sets last_seen_receiver of the author's dialogue. The message may be deleted by now: nobody looks for it. */
function read(talk: Talk, author: Person, conversation: Conversation | undefined): void {
  const { chat, from, sentAt: readAt } = talk;
  if (conversation !== undefined) chat.conversations.changeMember(conversation.id, from.id, { readAt });
  pass(talk, author, 'msgReadHeard', 'msg_read');
}

/** Puts the command on a person's receive sockets, under the names that it and its sender have there. */
function pass({ chat, frame, from, group }: Talk, to: Person, id: string, command: string): void {
  const { message, sent_timestamp } = frame;
  const msg_from = group === undefined ? from.phone : `${group.key}-${from.phone}`;
  const heard = { command, msg_from, msg_to: to.phone, sent_timestamp };
  // dialogues.md:214: typing arrives without the message that stands for nothing.
  chat.hub.tell(inboxOf(to.id), id, command === 'is_typing' ? heard : { message, ...heard });
}
