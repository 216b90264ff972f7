// What the commands of all three sockets are made of.
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Person } from '../../store/changes.ts';
import { withBlank } from '../../times.ts';

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

export function phoneOf(chat: Chat, person: number): string {
  return chat.people.by('id', person)?.phone ?? '';
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
