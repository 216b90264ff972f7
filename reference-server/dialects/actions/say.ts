import type { Chat } from '../../chat.ts';
import type { UploadedFile } from '../../dialect-server.ts';
import type { Message, Person } from '../../store/changes.ts';
import { shownLive } from './shown.ts';
import { topicOf } from './topic.ts';

interface Saying {
  from: Person;
  room: number;
  text: string;
  /** Where clients find the server, for the address of a file. */
  origin: string;
  file?: UploadedFile;
  /** Where the file goes. */
  location?: string;
}

/** Stores a message, tells the room, and its sender how far it got; not in a room that is no more. */
export function say(chat: Chat, saying: Saying): boolean {
  const { from, room, origin } = saying;
  const topic = topicOf(room);
  const recipient = chat.conversations.other(room, from.id);
  if (recipient === undefined) return false;
  const sent = keep(chat, saying);
  const files = saying.file === undefined ? [] : chat.media.ofMessage(sent.id);
  chat.hub.tell(topic, 'chatMessage', {
    type: 'chat_message',
    message: shownLive(chat, sent, { files, origin }),
  });

  const delivered = chat.messages.change(sent, { status: 'delivered' });
  const delivery = { type: 'mark_message_as_delivered', message: shownLive(chat, delivered) };
  chat.hub.tell(topic, 'delivered', delivery, { person: from.id });

  if (!chat.hub.isPresent(topic, recipient)) return true;
  const read = chat.messages.change(delivered, { status: 'read' });
  const reading = { type: 'mark_message_as_read', message: shownLive(chat, read) };
  chat.hub.tell(topic, 'read', reading, { person: from.id });
  return true;
}

/** The message and its file, or neither. */
function keep(chat: Chat, { from, room, text, file, location }: Saying): Message {
  return chat.store.transaction(() => {
    const fields = { sender: from.id, text, status: 'send', createdAt: chat.clock.now() };
    const message = chat.messages.add({ conversation: room, ...fields });
    if (file !== undefined && location !== undefined) {
      chat.media.keep(from.id, file, { message: message.id, location });
    }
    return message;
  });
}
