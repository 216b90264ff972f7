// What the commands of all three sockets are made of.
// Store and forward: a message stays until everybody whom it is for has acknowledged it.
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Conversation, Person } from '../../store/changes.ts';
import { instant, withBlank } from '../../times.ts';

/** The fields that every frame of a client has (dialogues.md:49). */
export type Sent = Record<'message' | 'command' | 'msg_from' | 'msg_to' | 'sent_timestamp', string>;

/** One command on one socket. */
interface Command {
  chat: Chat;
  connection: Connection;
  frame: Sent;
}

/** A command on a send socket: whose it is, and the name under which others hear of it. */
export interface Talk extends Command {
  from: Person;
  name: string;
}

export type Handler = ChannelServer['frames'][string];

/** All receive sockets of a person, and nobody else's. */
export function inboxOf(person: number): string {
  return `inbox ${person}`;
}

/** A command is from the person of the socket. A claim to be somebody else fails. */
export function talking(carryOut: (talk: Talk) => void): Handler {
  return (chat, connection, frame: Sent) => {
    const { me } = connection;
    const command = { chat, connection, frame };
    if (chat.seams.decide('author', frame.msg_from === me.phone, { about: frame })) {
      const from = chat.people.by('phone', frame.msg_from) ?? me;
      carryOut({ ...command, from, name: from.phone });
    } else fail(command, 'authentication', "msg_from is not the number in this socket's address");
  };
}

/** Whether msg_to is what the socket's address says. Anything else fails. */
export function isFor(command: Command, address: string, question = 'addressee'): boolean {
  const { chat, frame } = command;
  if (chat.seams.decide(question, frame.msg_to === address, { about: frame })) return true;
  fail(command, frame.command, "msg_to is not the one in this socket's address");
  return false;
}

/** How its sender hears that a message is saved. */
type Saved = Record<'id' | 'time' | 'to', string>;

/** Keeps a message for these people, says to its sender that it is saved, which it is by then, and puts it on their sockets. */
export function send(talk: Talk, { id, kind }: Conversation, waiting: Person[], saved: Saved): void {
  const { chat, connection, frame, from } = talk;
  const [first] = waiting;
  if (first !== undefined) {
    const sentAt = instant(frame.sent_timestamp) ?? null;
    const content = { text: frame.message, status: 'kept', sentAt, createdAt: chat.clock.now() };
    // Only a message to one person has a receiver.
    const people = { sender: from.id, receiver: kind === 'pair' ? first.id : null };
    chat.store.transaction(() => {
      const message = chat.messages.add({ conversation: id, ...people, ...content });
      for (const person of waiting) chat.messages.addPending(message, person.id);
    });
  }
  const names = { msg_from: from.phone, msg_to: saved.to };
  const sent_timestamp = withBlank(chat.clock.now());
  connection.send(saved.id, { message: saved.time, command: 'msg_sent', ...names, sent_timestamp });
  for (const person of waiting) pass(talk, person, 'newMsgHeard', 'new_msg');
}

/**
 * Ends the waiting for one person, of which the author hears; the last one's deletes the message. It fails when no such
 * message waits. When this was is last_received_receiver of the author's dialogue.
 */
export function acknowledge(talk: Talk, conversation: Conversation | undefined, author?: Person): void {
  const { chat, frame, from } = talk;
  const time = instant(frame.message) ?? 0;
  const named = chat.messages.sentAt(author?.id ?? 0, time, conversation?.id ?? 0);
  const message = named.find((about) => {
    const isWaiting = chat.messages.pendingFor(about.id).includes(from.id);
    return chat.seams.decide('pending', isWaiting, { person: from, about });
  });
  if (message === undefined) {
    fail(talk, 'delete_msg', "couldn't find a message to delete");
    return;
  }
  const receivedAt = instant(frame.sent_timestamp) ?? null;
  chat.store.transaction(() => {
    chat.messages.removePending(message, from.id);
    if (chat.messages.pendingFor(message.id).length === 0) chat.messages.remove(message.id);
    chat.conversations.changeMember(message.conversation, from.id, { receivedAt });
  });
  if (author !== undefined) pass(talk, author, 'msgReceivedHeard', 'msg_received');
}

/** Puts the command on a person's receive sockets, under the name that it has there. */
export function pass({ chat, frame, name }: Talk, to: Person, id: string, command: string): void {
  const { message, sent_timestamp } = frame;
  const heard = { command, msg_from: name, msg_to: to.phone, sent_timestamp };
  // dialogues.md:214: typing arrives without the message that stands for nothing.
  chat.hub.tell(inboxOf(to.id), id, command === 'is_typing' ? heard : { message, ...heard });
}

export function fail({ chat, connection }: Command, type: string, says: string): void {
  connection.send('commandFailed', failed(chat, connection, type, says));
}

export function failed(chat: Chat, { me, head }: Connection, type: string, message: string): object {
  const { msg_to, grp } = head.parameters;
  const sent_timestamp = withBlank(chat.clock.now());
  const to = String(msg_to ?? grp ?? me.phone);
  return { message, command: 'error', type, msg_from: me.phone, msg_to: to, sent_timestamp };
}
