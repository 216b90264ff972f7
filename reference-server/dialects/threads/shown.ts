// What clients are shown of people, threads, messages and files, over HTTP and on the socket.
import type { Chat } from '../../chat.ts';
import { addressFor, filesOf } from '../../media.ts';
import type { Conversation, Message, Upload } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';

export function shownThread(chat: Chat, { id, createdAt }: Conversation): object {
  const [one, other = one] = chat.conversations.members(id).map((member) => member.person);
  return {
    id,
    user_one: shownPerson(chat, one),
    user_two: shownPerson(chat, other),
    craeted: withMicroseconds(createdAt, 'Z'),
  };
}

export function shownMessage(chat: Chat, message: Message): object {
  const [upload] = filesOf(chat, message.id);
  return {
    id: message.id,
    sender: shownPerson(chat, message.sender),
    receiver: shownPerson(chat, message.receiver ?? message.sender),
    attached_file_size: sizeOf(upload),
    message: message.text,
    updated: withMicroseconds(message.updatedAt, 'Z'),
    created: withMicroseconds(message.createdAt, 'Z'),
    seen: message.status === 'seen',
    deleted: message.status === 'deleted',
    attached_file: upload === undefined ? null : addressFor(chat, upload.location),
    attached_file_name: upload?.name ?? null,
    thread: message.conversation,
  };
}

/** Small letters and no fraction where there is no file; capitals and hundredths where there is one. */
export function sizeOf(upload: Upload | undefined): string {
  if (upload === undefined) return '0kb';
  if (upload.size < 1024) return `${upload.size}B`;
  const kilobytes = upload.size / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(2)}KB` : `${(kilobytes / 1024).toFixed(2)}MB`;
}

function shownPerson(chat: Chat, id: number | undefined): object {
  const person = id === undefined ? undefined : chat.people.by('id', id);
  return { id: person?.uuid ?? '', email: person?.email ?? '', profile: null };
}
