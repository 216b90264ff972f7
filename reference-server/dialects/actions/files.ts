// A file comes inside its frame, as a data URL (actions.md:336-353). Or, as the example client has it, its sender is told
// where to put it (actions.md:303-306). Signed addresses are then how files are read, too, so this is the way when the
// server makes addresses that expire.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { SendFile } from '../../../specs/actions/generated/frames.ts';
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { Answer, Head } from '../../dialect-server.ts';
import { addressFor, expiry, isSigned, safeName } from '../../media.ts';
import { refusal, respond } from '../../operations.ts';
import { headOf } from '../../requests.ts';
import { say } from './say.ts';

/** A message that waits for its file. */
interface Draft {
  sender: number;
  room: number;
  text: string;
  name: string;
  type: string;
  size: number;
}

export function sendFile(chat: Chat, connection: Connection, frame: SendFile): void {
  const { name, size, type, data } = frame.file;
  const location = locationOf(chat, name);
  if (chat.media.expiresAfter !== undefined) {
    invite(chat, connection, frame, location);
    return;
  }
  const bytes = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
  const isWhole = bytes.length === size && size <= chat.limits.uploadBytes;
  if (!chat.seams.decide('whole file', isWhole, { about: frame.file })) {
    connection.complain(`The file is announced with ${size} bytes and has ${bytes.length}.`, frame);
    return;
  }
  const isSaid = say(chat, connection, frame.message, { location, name, contentType: type, bytes });
  if (!isSaid) connection.complain('This room has been deleted.', frame);
}

/** As in the example, the day and the name; and between them what nobody can guess. */
function locationOf(chat: Chat, name: string): string {
  const day = new Date(chat.clock.now() / 1000).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/${randomUUID()}/${safeName(name)}`;
}

function invite(chat: Chat, connection: Connection, { message, file }: SendFile, location: string): void {
  const { me, conversation, head } = connection;
  const { name, size, type } = file;
  remember(chat, location, { sender: me.id, room: conversation.id, text: message, name, type, size });
  connection.send('presignedUrl', {
    type: 'presigned_url',
    presigned_url: head.origin + addressFor(chat, location),
    file_path: chat.media.folder.slice(1) + location,
    message,
  });
}

/** To the seams this is the operation "upload". */
export function mountUploads(app: FastifyInstance, chat: Chat): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const options = { parseAs: 'buffer', bodyLimit: chat.limits.uploadBytes } as const;
    scope.addContentTypeParser('*', options, (_request, bytes, done) => done(null, bytes));
    scope.put(`${chat.media.folder}*`, async (request, reply) => {
      chat.counters.requests += 1;
      const head = headOf(request);
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return respond(chat, reply, await chat.seams.response(take(chat, head, bytes), 'upload', head));
    });
  });
}

/** Takes a file once; its message is said when it is there. */
function take(chat: Chat, head: Head, bytes: Buffer): Answer {
  const location = String(head.parameters['*']);
  const draft = draftFor(chat, location);
  const me = draft && chat.people.by('id', draft.sender);
  chat.seams.cause = { operation: 'upload', input: draft, ...(me && { by: me }) };
  if (draft === undefined || me === undefined)
    return refusal(chat, 404, 'No file is expected at this address.');
  const about = draft;
  if (!chat.seams.decide('signed', isSigned(chat, location, head.parameters), { about }))
    return refusal(chat, 403, 'This address has expired, or its signature is wrong.');
  const { room, text, name, type, size } = draft;
  if (!chat.seams.decide('whole file', bytes.length === size, { about }))
    return refusal(chat, 400, `The file was announced with ${size} bytes and has ${bytes.length}.`);
  chat.store.database.run('delete from settings where name = ?', NAME + location);
  const speaker = { me, conversation: { id: room }, head };
  const isSaid = say(chat, speaker, text, { location, name, contentType: type, bytes });
  return isSaid ? { status: 200 } : refusal(chat, 404, 'This room has been deleted.');
}

const NAME = 'upload ';

function remember(chat: Chat, location: string, draft: Draft): void {
  const until = expiry(chat) ?? null;
  const { database } = chat.store;
  const overdue = `delete from settings where name glob '${NAME}*' and value ->> 'until' < ?`;
  database.run(overdue, chat.clock.now());
  const insert = 'insert into settings (name, value) values (?, ?)';
  database.run(insert, NAME + location, JSON.stringify({ ...draft, until }));
}

function draftFor(chat: Chat, location: string): Draft | undefined {
  const names = ['sender', 'room', 'text', 'name', 'type', 'size'];
  const fields = names.map((name) => `value ->> '${name}' as ${name}`);
  const sql = `select ${fields.join(', ')} from settings where name = ?`;
  return chat.store.database.row<Draft>(sql, NAME + location);
}
