// Special Message Commands (dialogues.md:457)
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Message, Person } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';
import { inboxOf, isFor, phoneOf, type Sent } from './frames.ts';

const CHUNK = 10;

/** Everything for one person: /ws/chat/special/{msg_from}/ */
export const chatReceiveSocket: ChannelServer = {
  enter: (_chat, _head, me) => ({ topics: [inboxOf(me.id)] }),
  frames: { fetchMsgs, fetchGrpMsgs },
};

function fetchMsgs(chat: Chat, connection: Connection, frame: Sent): void {
  const me = askerOf(chat, connection, frame);
  if (me === undefined) return;
  const personal = chat.messages.pendingOf(me.id).filter(({ receiver }) => receiver !== null);
  const messages = personal.map((one) => shown(one, phoneOf(chat, one.sender), me));
  sendInChunks(connection, 'fetchedMsgs', 'fetch_msgs', messages);
}

function fetchGrpMsgs(chat: Chat, connection: Connection, frame: Sent): void {
  const me = askerOf(chat, connection, frame);
  if (me === undefined) return;
  const fromGroups = chat.messages.pendingOf(me.id).filter(({ receiver }) => receiver === null);
  const messages = fromGroups.map((one) => {
    const key = chat.conversations.byId(one.conversation)?.key ?? '';
    const pending = chat.messages.pendingFor(one.id).map((person) => phoneOf(chat, person));
    return { ...shown(one, `${key}-${phoneOf(chat, one.sender)}`, me), pending };
  });
  sendInChunks(connection, 'fetchedGrpMsgs', 'fetch_grp_msgs', messages);
}

/** Whose messages are asked for: one's own. msg_from does not matter (dialogues.md:481). */
function askerOf(chat: Chat, connection: Connection, frame: Sent): Person | undefined {
  const isMine = isFor({ chat, connection, frame }, connection.me.phone, 'own inbox');
  return isMine ? chat.people.byPhone(frame.msg_to) : undefined;
}

function shown({ text, sentAt, createdAt }: Message, from: string, to: Person): object {
  const sent_timestamp = withMicroseconds(sentAt ?? createdAt, 'Z');
  return { msg_from: from, msg_to: to.phone, message: text, command: 'new_msg', sent_timestamp };
}

/** With nothing to send there is one chunk, too, and it is empty. */
function sendInChunks(connection: Connection, id: string, command: string, messages: object[]): void {
  for (let start = 0; start === 0 || start < messages.length; start += CHUNK) {
    const all = start + CHUNK < messages.length ? 'False' : 'True';
    connection.send(id, { command, all, messages: messages.slice(start, start + CHUNK) });
  }
}
