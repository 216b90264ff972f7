// What clients are shown of messages and files: milliseconds and Z on the socket, microseconds in the history.
import type { Chat } from '../../chat.ts';
import { addressFor, filesOf } from '../../media.ts';
import type { Message } from '../../store/changes.ts';
import { withMicroseconds, withMilliseconds } from '../../times.ts';

export function shownLive(message: Message): object {
  return shown(message, withMilliseconds);
}

export function shownInHistory(chat: Chat, message: Message, origin: string): object {
  const attachments = shownFiles(chat, message, origin);
  return { ...shown(message, (time) => withMicroseconds(time, '+00:00')), attachments };
}

export function shownFiles(chat: Chat, message: Message, origin: string): object[] {
  return filesOf(chat, message.id).map(({ location, name, contentType }) => {
    return { file_url: origin + addressFor(chat, location), file_name: name, content_type: contentType };
  });
}

function shown(message: Message, spelt: (time: number) => string): object {
  return {
    text: message.text,
    message_id: message.id,
    sender_id: message.sender,
    status: message.status,
    created_at: spelt(message.createdAt),
    updated_at: spelt(message.updatedAt),
  };
}
