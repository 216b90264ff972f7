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
  frames: {
    // Only a message to one person has a receiver.
    fetchMsgs: fetching('fetchedMsgs', ({ receiver }) => receiver !== null, personal),
    fetchGrpMsgs: fetching('fetchedGrpMsgs', ({ receiver }) => receiver === null, fromGroup),
  },
};

type Show = (chat: Chat, one: Message, me: Person) => object;

function fetching(id: string, isAsked: (one: Message) => boolean, show: Show) {
  return (chat: Chat, connection: Connection, frame: Sent): void => {
    const me = askerOf(chat, connection, frame);
    if (me === undefined) return;
    const pending = () => chat.messages.pendingOf(me.id).filter(isAsked);
    connection.sendEach(
      id,
      chunks(frame.command, pending, (one) => show(chat, one, me)),
    );
  };
}

function personal(chat: Chat, one: Message, me: Person): object {
  return shown(one, phoneOf(chat, one.sender), me);
}

function fromGroup(chat: Chat, one: Message, me: Person): object {
  const key = chat.conversations.byId(one.conversation)?.key ?? '';
  const pending = chat.messages.pendingFor(one.id).map((person) => phoneOf(chat, person));
  return { ...shown(one, `${key}-${phoneOf(chat, one.sender)}`, me), pending };
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

/** With nothing to send there is one chunk, too, and it is empty. Each is made when the client can take it. */
function* chunks(
  command: string,
  pending: () => Message[],
  show: (one: Message) => object,
): Generator<object> {
  const messages = pending();
  for (let start = 0; start === 0 || start < messages.length; start += CHUNK) {
    const all = start + CHUNK < messages.length ? 'False' : 'True';
    yield { command, all, messages: messages.slice(start, start + CHUNK).map(show) };
  }
}
