import { randomUUID } from 'node:crypto';
import type { SendFile } from '../../../specs/actions/generated/frames.ts';
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import { safeName } from '../../media.ts';
import { say } from './say.ts';
import { invite } from './uploads.ts';

/** A file comes inside its frame, as a data URL (actions.md:336-353), or is invited to come by itself. */
export function sendFile(chat: Chat, connection: Connection, frame: SendFile): void {
  const { me, conversation, head } = connection;
  const { name, size, type, data } = frame.file;
  const location = locationOf(chat, name);
  if (chat.media.expiresAfter !== undefined) {
    invite(chat, connection, frame, location);
    return;
  }
  const bytes = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
  const isWhole = bytes.length === size && size <= chat.limits.uploadBytes;
  if (!chat.seams.decide('whole file', isWhole, { person: me, connection, about: frame.file })) {
    connection.complain(`The file is announced with ${size} bytes and has ${bytes.length}.`, frame);
    return;
  }
  const file = { field: 'file', name, contentType: type, bytes };
  const saying = { from: me, room: conversation.id, text: frame.message, origin: head.origin };
  const isSaid = say(chat, { ...saying, file, location });
  if (!isSaid) connection.complain('This room has been deleted.', frame);
}

/** As in the example, the day and the name; and between them what nobody can guess. */
function locationOf(chat: Chat, name: string): string {
  const day = new Date(chat.clock.now() / 1000).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/${randomUUID()}/${safeName(name)}`;
}
