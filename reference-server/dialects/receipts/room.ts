import type { SendText } from '../../../specs/receipts/generated/frames.ts';
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer, Entry, Head, Refused } from '../../dialect-server.ts';
import type { Message, Person } from '../../store/changes.ts';
import { withMicroseconds, withMilliseconds } from '../../times.ts';

/** The socket of one room: /ws/chat/{room_id}/ */
export const room: ChannelServer = {
  enter(chat: Chat, { parameters }: Head, me: Person): Entry | Refused {
    const id = Number(parameters['room_id']);
    const conversation = Number.isSafeInteger(id) ? chat.conversations.byId(id) : undefined;
    if (conversation === undefined) return { status: 404, says: 'There is no such room.' };
    const isMember = chat.conversations.isMember(conversation.id, me.id);
    if (!chat.seams.decide('member', isMember, { about: conversation })) {
      return { status: 403, says: 'This room is for its two members.' };
    }
    return { topics: [topicOf(conversation.id)], conversation };
  },

  opened(chat, connection) {
    connection.send('history', history(chat, connection.conversation.id));
  },

  frames: { sendText },
};

export function topicOf(conversation: number): string {
  return `room ${conversation}`;
}

function sendText(chat: Chat, { me, conversation }: Connection, frame: SendText): void {
  const topic = topicOf(conversation.id);
  const createdAt = wholeMilliseconds(chat.clock.now());
  const draft = {
    conversation: conversation.id,
    sender: me.id,
    text: frame.message,
    status: 'send',
    createdAt,
  };
  const sent = chat.messages.add(draft);
  chat.hub.tell(topic, 'chatMessage', { type: 'chat_message', message: shown(sent) });

  const isSender = (one: Connection) => one.me.id === me.id;
  const delivered = chat.messages.change(sent, { status: 'delivered' });
  const delivery = { type: 'mark_message_as_delivered', message: shown(delivered) };
  chat.hub.tell(topic, 'delivered', delivery, isSender);

  const recipient = chat.conversations.other(conversation.id, me.id);
  if (recipient === undefined || !chat.hub.isPresent(topic, recipient)) return;
  const read = chat.messages.change(delivered, { status: 'read' });
  chat.hub.tell(topic, 'read', { type: 'mark_message_as_read', message: shown(read) }, isSender);
}

function shown(message: Message): object {
  return {
    text: message.text,
    message_id: message.id,
    sender_id: message.sender,
    status: message.status,
    created_at: withMilliseconds(message.createdAt),
    updated_at: withMilliseconds(message.updatedAt),
  };
}

function history(chat: Chat, conversation: number): object[] {
  return chat.messages.newest(conversation, 50).map((message) => ({
    message_id: message.id,
    text: message.text,
    sender_email: chat.people.nameOf(message.sender, 'email'),
    status: message.status,
    created_at: withMicroseconds(message.createdAt, '+00:00'),
    updated_at: withMicroseconds(message.updatedAt, '+00:00'),
  }));
}

/** Without the microseconds: one time is shown both with and without them. */
export function wholeMilliseconds(micros: number): number {
  return Math.floor(micros / 1000) * 1000;
}
