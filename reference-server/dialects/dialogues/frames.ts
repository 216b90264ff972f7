// What the commands of all three sockets are made of.
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { Person } from '../../store/changes.ts';
import { withBlank } from '../../times.ts';

/** The fields that every frame of a client has (dialogues.md:49). */
export type Sent = Record<'message' | 'command' | 'msg_from' | 'msg_to' | 'sent_timestamp', string>;

/** One command on one socket. */
export interface Command {
  chat: Chat;
  connection: Connection;
  frame: Sent;
}

/** A command on a send socket: whose it is, and the name under which others hear of it. */
export interface Talk extends Command {
  from: Person;
  name: string;
}

/** All receive sockets of a person, and nobody else's. */
export function inboxOf(person: number): string {
  return `inbox ${person}`;
}

export function phoneOf(chat: Chat, person: number): string {
  return chat.people.byId(person)?.phone ?? '';
}

/** Whom a frame is from: the person of the socket. A claim to be somebody else fails. */
export function authorOf(command: Command): Person | undefined {
  const { chat, connection, frame } = command;
  const isMine = frame.msg_from === connection.me.phone;
  if (decided(command, 'author', isMine)) return chat.people.byPhone(frame.msg_from) ?? connection.me;
  fail(command, 'authentication', "msg_from is not the number in this socket's address");
  return undefined;
}

/** Whether msg_to is what the socket's address says. Anything else fails. */
export function isFor(command: Command, address: string, question = 'addressee'): boolean {
  if (decided(command, question, command.frame.msg_to === address)) return true;
  fail(command, command.frame.command, "msg_to is not the one in this socket's address");
  return false;
}

/** Says to the sender that the message of this time is saved. */
export function confirm({ chat, connection, from }: Talk, id: string, time: string, to: string): void {
  const sent_timestamp = withBlank(chat.clock.now());
  connection.send(id, {
    message: time,
    command: 'msg_sent',
    msg_from: from.phone,
    msg_to: to,
    sent_timestamp,
  });
}

/** Puts the command on a person's receive sockets, under the name that it has there. */
export function pass({ chat, frame, name }: Talk, to: Person, id: string, command: string): void {
  const { message, sent_timestamp } = frame;
  const heard = { command, msg_from: name, msg_to: to.phone, sent_timestamp };
  // dialogues.md:214: typing arrives without the message that stands for nothing.
  chat.hub.tell(inboxOf(to.id), id, command === 'is_typing' ? heard : { message, ...heard });
}

export function fail({ chat, connection }: Omit<Command, 'frame'>, type: string, says: string): void {
  connection.send('commandFailed', failed(chat, connection, type, says));
}

export function failed(chat: Chat, { me, head }: Connection, type: string, message: string): object {
  const { msg_to, grp } = head.parameters;
  const sent_timestamp = withBlank(chat.clock.now());
  const to = String(msg_to ?? grp ?? me.phone);
  return { message, command: 'error', type, msg_from: me.phone, msg_to: to, sent_timestamp };
}

function decided({ chat, connection, frame }: Command, question: string, answer: boolean): boolean {
  const { me, channel } = connection;
  return chat.seams.decide(question, answer, { person: me, connection, channel, about: frame });
}
