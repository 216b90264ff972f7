// Special Message Commands (dialogues.md:457)
import type { Chat } from '../../chat.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Message, Person } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';
import { type Command, inboxOf, isFor } from './commands.ts';

const CHUNK = 10;
type Filter = (one: Message) => boolean;

/** Everything for one person: /ws/chat/special/{msg_from}/ */
export const chatReceiveSocket: ChannelServer = {
  enter: (_chat, _head, me) => ({ topics: [inboxOf(me.id)] }),
  frames: {
    // Only a message to one person has a receiver.
    fetchMsgs: fetching('fetchedMsgs', ({ receiver }) => receiver !== null),
    fetchGrpMsgs: fetching('fetchedGrpMsgs', ({ receiver }) => receiver === null),
  },
};

/** Gives what is kept for the person of the socket. msg_from does not matter (dialogues.md:481). */
function fetching(id: string, isAsked: Filter): ChannelServer['frames'][string] {
  return (chat, connection, frame: Command['frame']) => {
    const command = { chat, connection, frame };
    if (!isFor(command, connection.me.phone, 'own inbox')) return;
    const me = chat.people.by('phone', frame.msg_to);
    if (me !== undefined) connection.sendEach(id, chunks(command, me, isAsked));
  };
}

/** With nothing to send there is one chunk, too, and it is empty. Each is made when the client can take it. */
function* chunks({ chat, frame }: Command, me: Person, isAsked: Filter): Generator<object> {
  const { command } = frame;
  const kept = chat.messages.pendingOf(me.id).filter(isAsked);
  for (let start = 0; start === 0 || start < kept.length; start += CHUNK) {
    const messages = kept.slice(start, start + CHUNK).map((one) => shown(chat, one, me));
    yield { command, all: start + CHUNK < kept.length ? 'False' : 'True', messages };
  }
}

function shown(chat: Chat, { id, conversation, sender, ...one }: Message, to: Person): object {
  const from = chat.people.nameOf(sender, 'phone');
  const sent_timestamp = withMicroseconds(one.sentAt ?? one.createdAt, 'Z');
  const sent = { msg_to: to.phone, message: one.text, command: 'new_msg', sent_timestamp };
  if (one.receiver !== null) return { msg_from: from, ...sent };
  const key = chat.conversations.byId(conversation)?.key ?? '';
  const pending = chat.messages.pendingFor(id).map((person) => chat.people.nameOf(person, 'phone'));
  return { msg_from: `${key}-${from}`, ...sent, pending };
}
