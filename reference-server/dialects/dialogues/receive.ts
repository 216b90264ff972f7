// Special Message Commands (dialogues.md:457)

import type { Chat } from '../../chat.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Message, Person } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';
import { type Handler, inboxOf, isFor, type Sent } from './commands.ts';

const CHUNK = 10;

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
function fetching(id: string, isAsked: (one: Message) => boolean): Handler {
  return (chat, connection, frame: Sent) => {
    if (!isFor({ chat, connection, frame }, connection.me.phone, 'own inbox')) return;
    const me = chat.people.by('phone', frame.msg_to);
    if (me === undefined) return;
    const kept = () => chat.messages.pendingOf(me.id).filter(isAsked);
    connection.sendEach(
      id,
      chunks(frame.command, kept, (one) => shown(chat, one, me)),
    );
  };
}

/** With nothing to send there is one chunk, too, and it is empty. Each is made when the client can take it. */
function* chunks(command: string, kept: () => Message[], show: (one: Message) => object): Generator<object> {
  const all = kept();
  for (let start = 0; start === 0 || start < all.length; start += CHUNK) {
    const messages = all.slice(start, start + CHUNK).map(show);
    yield { command, all: start + CHUNK < all.length ? 'False' : 'True', messages };
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
