// What clients are shown of messages and files: milliseconds and Z on the socket, microseconds in the history.
import type { Chat } from '../../chat.ts';
import type { Message, Upload } from '../../store/changes.ts';
import { withMicroseconds, withMilliseconds } from '../../times.ts';

interface Attached {
  files: Upload[];
  origin: string;
}

export function shownLive(chat: Chat, message: Message, attached?: Attached): object {
  const { files = [], origin = '' } = attached ?? {};
  return {
    text: message.text,
    message_id: message.id,
    sender_id: message.sender,
    status: message.status,
    created_at: withMilliseconds(message.createdAt),
    updated_at: withMilliseconds(message.updatedAt),
    // actions.md:157-166 shows no such field for a message without a file.
    ...(files.length > 0 && { attachments: files.map((file) => shownFile(chat, file, origin)) }),
  };
}

export function shownInHistory(chat: Chat, message: Message, origin: string): object {
  return {
    text: message.text,
    message_id: message.id,
    sender_id: message.sender,
    status: message.status,
    created_at: withMicroseconds(message.createdAt, '+00:00'),
    updated_at: withMicroseconds(message.updatedAt, '+00:00'),
    attachments: chat.media.ofMessage(message.id).map((file) => shownFile(chat, file, origin)),
  };
}

function shownFile(chat: Chat, { location, name, contentType }: Upload, origin: string): object {
  return { file_url: origin + chat.media.address(location), file_name: name, content_type: contentType };
}
