import type { ChatMessage, ChatMessageFile } from '../../../specs/threads/generated/frames.ts';
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import { addressFor, filesOf } from '../../media.ts';
import type { Message } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';
import { sizeOf } from './shown.ts';
import { keepMessage } from './thread.ts';

/** All conversations of one person: /ws/chat/room/?token=… */
export const socket: ChannelServer = {
  enter: (_chat, _head, me) => ({ topics: [topicOf(me.id)] }),
  frames: { chatMessage, chatMessageFile },
};

/** Each person is a topic: all their sockets are in it, and nobody else's. */
function topicOf(person: number): string {
  return `person ${person}`;
}

function chatMessage(chat: Chat, connection: Connection, frame: ChatMessage): void {
  const { me } = connection;
  const receiver = chat.people.by('uuid', frame.receiver_id.toLowerCase());
  if (receiver === undefined) {
    connection.complain('Nobody has this receiver_id.', frame);
    return;
  }
  const message = keepMessage(chat, { from: me, to: receiver, text: frame.message_body });
  chat.hub.tell(topicOf(receiver.id), 'reMessage', {
    message_body: message.text,
    sender_id: me.uuid,
    receiver_id: receiver.uuid,
    timestamp: withMicroseconds(message.createdAt, '+00:00'),
    created_msg_id: message.id,
    action: 're_message',
  });
}

/** Announces an upload to its receiver, with the text that was uploaded (threads.md:250 and 263). */
function chatMessageFile(chat: Chat, connection: Connection, frame: ChatMessageFile): void {
  const message = ownMessage(chat, connection, Number(frame.chat_id));
  const upload = message && filesOf(chat, message.id)[0];
  if (message === undefined || upload === undefined) {
    connection.complain('No upload of yours has this chat_id.', frame);
    return;
  }
  const receiver = message.receiver ?? message.sender;
  chat.hub.tell(topicOf(receiver), 'reMessageFile', {
    message_body: message.text,
    attached_file_name: upload.name,
    attached_file_size: sizeOf(upload),
    attached_file_url: addressFor(chat, upload.location),
    sender_id: chat.people.nameOf(message.sender, 'uuid'),
    receiver_id: chat.people.nameOf(receiver, 'uuid'),
    timestamp: withMicroseconds(chat.clock.now(), '+00:00'),
    created_msg_id: message.id,
    action: 're_message_file',
  });
}

function ownMessage(chat: Chat, connection: Connection, id: number): Message | undefined {
  const about = chat.messages.byId(id);
  const isAuthor = about && chat.seams.decide('author', about.sender === connection.me.id, { about });
  return isAuthor ? about : undefined;
}
