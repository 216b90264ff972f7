// One send socket of one person, to another person or to a group, and the commands that go over it.
import { given, Unmet } from '../kit/failure.ts';
import { isObject } from '../kit/match.ts';
import type { Heard, Socket } from '../kit/socket.ts';
import type { Actor } from './driver.ts';
import { instantOf, nextInstant, type Spelling, sameInstant, spell } from './time.ts';

/** What a message is named by: its author and its time. */
export interface Named {
  author: Actor;
  at: number;
}

export interface Message extends Named {
  text: string;
  /** The msg_from under which others hear and fetch it. */
  from: string;
}

/** People and groups are written to by the same commands under different names. */
export interface Words {
  say: string;
  received: string;
  read: string;
  typing: string;
  /** What stands for no text while typing. */
  nothing: string;
  /** The frame that confirms a message. */
  confirmed: 'msgSent' | 'msgSentInGroup';
}

export const toPeople: Words = {
  say: 'new_msg',
  received: 'msg_received',
  read: 'msg_read',
  typing: 'is_typing',
  nothing: '-null-',
  confirmed: 'msgSent',
};

export const toGroups: Words = {
  say: 'new_grp_msg',
  received: 'grp_msg_received',
  read: 'grp_msg_read',
  typing: 'is_grp_typing',
  nothing: '--null--',
  confirmed: 'msgSentInGroup',
};

export interface Chat {
  socket: Socket;
  /** Sends a command with the five fields; gives the instant in its sent_timestamp. */
  send(command: string, message: string, fields?: Partial<Record<string, unknown>>): number;
  say(text?: string, how?: { at?: number; spelling?: Spelling; msg_from?: string }): Message;
  /** Acknowledges a message; gives the instant of the acknowledgement. */
  received(message: Named, how?: { time?: string; msg_from?: string }): number;
  read(message: Named): number;
  types(to: Actor): number;
  /** Waits for the msg_sent of this message. */
  confirms(message: Named, requirement?: string): Promise<Heard>;
  /** Every msg_sent so far of this message. */
  confirmations(message: Named): Heard[];
}

export function chatOf(
  socket: Socket,
  from: Actor,
  { to, name, words, text }: { to: string; name: string; words: Words; text: () => string },
): Chat {
  const chat: Chat = {
    socket,
    send(command, message, fields = {}) {
      const at = nextInstant(from.phone);
      socket.send({
        message,
        command,
        msg_from: from.phone,
        msg_to: to,
        sent_timestamp: spell(at),
        ...fields,
      });
      return at;
    },
    say(said = text(), { at = nextInstant(from.phone), spelling, ...fields } = {}) {
      chat.send(words.say, said, { sent_timestamp: spell(at, spelling), ...fields });
      return { text: said, at, author: from, from: name };
    },
    received: ({ author, at }, { time = spell(at), ...fields } = {}) =>
      chat.send(words.received, time, { msg_to: author.phone, ...fields }),
    read: ({ author, at }) => chat.send(words.read, spell(at), { msg_to: author.phone }),
    types: (person) => chat.send(words.typing, words.nothing, { msg_to: person.phone }),
    confirms: ({ at }, requirement) =>
      socket.hears(
        words.confirmed,
        { message: sameInstant(at) },
        requirement === undefined ? {} : { requirement },
      ),
    confirmations: ({ at }) => socket.all(words.confirmed, { message: sameInstant(at) }),
  };
  return chat;
}

/** Says something that the server has saved when this ends. */
export async function saved(chat: Chat, ...said: Parameters<Chat['say']>): Promise<Message> {
  const message = chat.say(...said);
  await given('A message was not confirmed', () => chat.confirms(message));
  return message;
}

/** The same for many at once. */
export async function savedAll(chat: Chat, count: number): Promise<Message[]> {
  const { socket } = chat;
  let seen = socket.mark;
  const messages = Array.from({ length: count }, () => chat.say());
  const open = new Set(messages.map(({ at }) => at));
  const all = await socket.until(() => {
    for (const { value } of socket.heard.slice(seen))
      if (isObject(value)) open.delete(instantOf(value['message']));
    seen = socket.mark;
    return open.size === 0 ? true : undefined;
  });
  if (all === undefined) throw new Unmet(`${open.size} of ${count} messages were not confirmed.`);
  return messages;
}
