// The frames of all three sockets: what is passed on, what is confirmed, what failed.
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { Person } from '../../store/changes.ts';
import { withBlank } from '../../times.ts';

/** The fields that each frame of a client has. */
export interface Sent {
  message: string;
  command: string;
  msg_from: string;
  msg_to: string;
  sent_timestamp: string;
}

/** All receive sockets of a person, and nobody else's. */
export function inboxOf(person: number): string {
  return `inbox ${person}`;
}

export function phoneOf(chat: Chat, person: number): string {
  return chat.people.byId(person)?.phone ?? '';
}

/** Puts a frame on the receive sockets of a person. */
export function hear(chat: Chat, person: Person, message: string, frame: object): void {
  chat.hub.tell(inboxOf(person.id), message, frame);
}

/** A client's frame as others hear it. */
export function heard({ message, sent_timestamp }: Sent, command: string, from: string, to: string): Sent {
  return { message, command, msg_from: from, msg_to: to, sent_timestamp };
}

export function typing({ sent_timestamp }: Sent, from: string, to: string): object {
  return { command: 'is_typing', msg_from: from, msg_to: to, sent_timestamp };
}

/** Says that the message of this time has been saved. */
export function saved(chat: Chat, time: string, from: string, to: string): Sent {
  const sent_timestamp = withBlank(chat.clock.now());
  return { message: time, command: 'msg_sent', msg_from: from, msg_to: to, sent_timestamp };
}

export function failed(chat: Chat, { me, head }: Connection, type: string, message: string): object {
  const { msg_to, grp } = head.parameters;
  const to = String(msg_to ?? grp ?? me.phone);
  const sent_timestamp = withBlank(chat.clock.now());
  return { message, command: 'error', type, msg_from: me.phone, msg_to: to, sent_timestamp };
}

export function fail(chat: Chat, connection: Connection, type: string, says: string): void {
  connection.send('commandFailed', failed(chat, connection, type, says));
}

/** Whom a frame is from: the person of the socket. A claim to be somebody else fails. */
export function authorOf(chat: Chat, connection: Connection, frame: Sent): Person | undefined {
  const { me, channel } = connection;
  const details = { person: me, connection, channel, about: frame };
  if (chat.seams.decide('author', frame.msg_from === me.phone, details)) {
    return chat.people.byPhone(frame.msg_from) ?? me;
  }
  fail(chat, connection, 'authentication', "msg_from is not the number in this socket's address");
  return undefined;
}

/** Whether a frame is for the person or group that the socket's address names. Any other fails. */
export function isForAddress(chat: Chat, connection: Connection, frame: Sent, address: string): boolean {
  const { me, channel } = connection;
  const details = { person: me, connection, channel, about: frame };
  if (chat.seams.decide('addressee', frame.msg_to === address, details)) return true;
  fail(chat, connection, frame.command, "msg_to is not the one in this socket's address");
  return false;
}
