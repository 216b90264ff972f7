import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { Chat } from '../../chat.ts';
import type { UploadedFile } from '../../dialect-server.ts';
import { keepFile } from '../../media.ts';
import type { Message, Person } from '../../store/changes.ts';

interface Draft {
  from: Person;
  to: Person;
  text: string;
  file?: UploadedFile;
}

/** Stores a message in the thread of its two people, which it begins if it is the first; then it is committed. */
export function keepMessage(chat: Chat, { from, to, text, file }: Draft): Message {
  return chat.store.transaction(() => {
    const thread = chat.conversations.getOrCreatePair(from.id, to.id, chat.clock.now());
    const createdAt = chat.clock.now();
    // No documented operation makes a message seen or deleted, so that it stays as new as the examples show it.
    const fields = { sender: from.id, receiver: to.id, text, status: 'new', createdAt };
    const message = chat.messages.add({ conversation: thread.id, ...fields });
    if (file !== undefined) {
      keepFile(chat, from.id, { ...file, message: message.id, location: locationOf(file.name, createdAt) });
    }
    return message;
  });
}

// threads.md:231 and 266: the year, the minute of the upload where one expects the month, the day, and a UUID.
function locationOf(name: string, micros: number): string {
  const [year = '', , day = '', , minute = ''] = new Date(micros / 1000).toISOString().split(/[-T:]/);
  const ending = /^\.\w{1,10}$/.test(extname(name)) ? extname(name).toLowerCase() : '';
  return `${year}/${minute}/${day}/${randomUUID()}${ending}`;
}
