import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import { type Kept, keepFile } from '../../media.ts';
import { shownFiles, shownLive } from './shown.ts';

/** Who says something in which room, and where they find the server. */
interface Speaker extends Pick<Connection, 'me' | 'head'> {
  conversation: { id: number };
}

/** Each room is a topic: every socket that is open in it. */
export function topicOf(room: number): string {
  return `room ${room}`;
}

/** Stores a message, tells the room, and its sender how far it got; not in a room that is no more. */
export function say(chat: Chat, { me, conversation, head }: Speaker, text: string, file?: Kept): boolean {
  const topic = topicOf(conversation.id);
  const recipient = chat.conversations.other(conversation.id, me.id);
  if (recipient === undefined) return false;
  const draft = { conversation: conversation.id, sender: me.id, text, status: 'send' };
  // The message and its file, or neither.
  const sent = chat.store.transaction(() => {
    const message = chat.messages.add({ ...draft, createdAt: chat.clock.now() });
    if (file !== undefined) keepFile(chat, me.id, { ...file, message: message.id });
    return message;
  });
  // actions.md:157-166 shows no such field for a message without a file.
  const attachments = file === undefined ? [] : shownFiles(chat, sent, head.origin);
  const message = { ...shownLive(sent), ...(attachments.length > 0 && { attachments }) };
  chat.hub.tell(topic, 'chatMessage', { type: 'chat_message', message });

  const isSender = (one: Connection) => one.me.id === me.id;
  const delivered = chat.messages.change(sent, { status: 'delivered' });
  const delivery = { type: 'mark_message_as_delivered', message: shownLive(delivered) };
  chat.hub.tell(topic, 'delivered', delivery, isSender);

  if (!chat.hub.isPresent(topic, recipient)) return true;
  const read = chat.messages.change(delivered, { status: 'read' });
  const reading = { type: 'mark_message_as_read', message: shownLive(read) };
  chat.hub.tell(topic, 'read', reading, isSender);
  return true;
}
