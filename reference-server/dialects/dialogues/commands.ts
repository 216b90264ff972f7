// What the commands of all three sockets are made of.
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import { withBlank } from '../../times.ts';

/** One command on one socket. */
export interface Command {
  chat: Chat;
  connection: Connection;
  /** The fields that every frame of a client has (dialogues.md:49). */
  frame: Record<'message' | 'command' | 'msg_from' | 'msg_to' | 'sent_timestamp', string>;
}

/** All receive sockets of a person, and nobody else's. */
export function inboxOf(person: number): string {
  return `inbox ${person}`;
}

/** Whether msg_to is what the socket's address says. Anything else fails. */
export function isFor(command: Command, address: string, question = 'addressee'): boolean {
  const { chat, frame } = command;
  if (chat.seams.decide(question, frame.msg_to === address, { about: frame })) return true;
  fail(command, frame.command, "msg_to is not the one in this socket's address");
  return false;
}

export function fail({ chat, connection }: Command, type: string, says: string): void {
  connection.send('commandFailed', failed(chat, connection, type, says));
}

export function failed(chat: Chat, { me, head }: Connection, type: string, message: string): object {
  const { grp = me.phone, msg_to = grp } = head.parameters;
  const sent_timestamp = withBlank(chat.clock.now());
  return { message, command: 'error', type, msg_from: me.phone, msg_to, sent_timestamp };
}
