import type { SendFile, SendText } from '../../../specs/rooms/generated/frames.ts';
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Message, Person } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';
import { extraOf, fileOf } from './files.ts';
import { NOBODY, otherPerson } from './names.ts';
import { tellCounts, tellOfMessage } from './notifications.ts';

/** The room of two people: /ws/{username of the other}/ */
export const room: ChannelServer = {
  enter(chat, { parameters }, me) {
    const other = otherPerson(chat, me, parameters['room']);
    return other === undefined ? NOBODY : { topics: [roomOf(me, other)] };
  },

  /** Somebody arrives with the first of their sockets, and leaves with the last. */
  opened(chat, connection) {
    const { me, topics } = connection;
    const [topic = ''] = topics;
    const users = chat.hub.present(topic).map((id) => chat.people.nameOf(id, 'username'));
    connection.send('onlineUserList', { type: 'online_user_list', users });
    const isFirst = !chat.hub.in(topic).some((one) => one !== connection && one.me.id === me.id);
    if (!chat.seams.decide('arrives', isFirst)) return;
    chat.hub.tell(topic, 'userJoin', { type: 'user_join', user: me.username }, (one) => one !== connection);
  },

  frames: { sendText: sendMessage, sendFile: sendMessage, readMessages },

  closed(chat, connection) {
    const { me, topics } = connection;
    const [topic = ''] = topics;
    const isLast = !chat.hub.isPresent(topic, me.id);
    if (!chat.seams.decide('departs', isLast)) return;
    chat.hub.tell(topic, 'userLeave', { type: 'user_leave', user: me.username });
  },
};

/** Both of its addresses lead to one topic. */
function roomOf(one: Person, other: Person): string {
  return `room ${Math.min(one.id, other.id)}-${Math.max(one.id, other.id)}`;
}

type Sent = SendText | SendFile;

/** Everybody in the room hears a message, its sender too; its receiver's notification sockets hear that there is one. */
function sendMessage(chat: Chat, connection: Connection, frame: Sent): void {
  const { me, head } = connection;
  const other = otherPerson(chat, me, head.parameters['room']);
  const isHere = other && chat.seams.decide('addressed', frame.room === other.username, { about: frame });
  if (other === undefined || !isHere) {
    connection.complain('The room of a message has to be the one of this address.', frame);
    return;
  }
  const message = keepMessage(chat, { from: me, to: other }, frame);
  chat.hub.tell(roomOf(me, other), 'chatMessage', {
    type: 'chat_message',
    message: message.text,
    multimedia_url: fileOf(message)?.url ?? null,
    date_added: withMicroseconds(message.createdAt, 'Z'),
    from_user: { username: me.username },
    room: other.username,
  });
  tellOfMessage(chat, me, other);
}

/** The conversation begins with its first message; a message is unread until read_messages comes. */
function keepMessage(chat: Chat, { from, to }: Record<'from' | 'to', Person>, frame: Sent): Message {
  return chat.store.transaction(() => {
    const createdAt = chat.clock.now();
    const conversation = chat.conversations.getOrCreatePair(from.id, to.id, createdAt).id;
    const people = { sender: from.id, receiver: to.id };
    const content = { text: frame.message, status: 'sent', createdAt, extra: extraOf(frame) };
    const message = chat.messages.add({ conversation, ...people, ...content });
    chat.messages.addPending(message, to.id);
    return message;
  });
}

/** Clears what is unread in this room, for the reader only. */
function readMessages(chat: Chat, { me, head }: Connection): void {
  const other = otherPerson(chat, me, head.parameters['room']);
  if (other === undefined) return;
  const conversation = chat.conversations.ofPair(me.id, other.id);
  const unread = conversation === undefined ? [] : chat.messages.pendingOf(me.id, conversation.id);
  chat.store.transaction(() => {
    for (const message of unread) chat.messages.removePending(message, me.id);
  });
  tellCounts(chat, me, other);
}
