// The other way of the example client: it is told where to put its file (actions.md:303-306).
// Signed addresses are then how files are read, too, so this is the way when the server makes addresses that expire.
import type { FastifyInstance } from 'fastify';
import type { SendFile } from '../../../specs/actions/generated/frames.ts';
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { Answer, Head } from '../../dialect-server.ts';
import { refusal, write } from '../../operations.ts';
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

export function invite(chat: Chat, connection: Connection, frame: SendFile, location: string): void {
  const { me, conversation, head } = connection;
  const { name, size, type } = frame.file;
  const draft: Draft = { sender: me.id, room: conversation.id, text: frame.message, name, type, size };
  remember(chat, location, draft);
  connection.send('presignedUrl', {
    type: 'presigned_url',
    presigned_url: head.origin + chat.media.address(location),
    file_path: chat.media.folder.slice(1) + location,
    message: frame.message,
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
      const answer = await chat.seams.response(take(chat, head, bytes), 'upload', head);
      if (answer !== 'hang up') return write(reply, answer);
      request.raw.socket.destroy();
      return reply.hijack();
    });
  });
}

/** Takes a file once; its message is said when it is there. */
function take(chat: Chat, { parameters, origin }: Head, bytes: Buffer): Answer {
  const location = String(parameters['*']);
  const draft = draftFor(chat, location);
  const from = draft && chat.people.byId(draft.sender);
  chat.seams.cause = { operation: 'upload', input: draft, ...(from && { by: from }) };
  if (draft === undefined || from === undefined)
    return refusal(chat, 404, 'No file is expected at this address.');
  const details = { person: from, operation: 'upload', about: draft };
  if (!chat.seams.decide('signed', chat.media.isSigned(location, parameters), details))
    return refusal(chat, 403, 'This address has expired, or its signature is wrong.');
  const { room, text, name, type, size } = draft;
  if (!chat.seams.decide('whole file', bytes.length === size, details))
    return refusal(chat, 400, `The file was announced with ${size} bytes and has ${bytes.length}.`);
  forget(chat, location);
  const file = { field: 'file', name, contentType: type, bytes };
  const isSaid = say(chat, { from, room, text, origin, file, location });
  return isSaid ? { status: 200 } : refusal(chat, 404, 'This room has been deleted.');
}

const NAME = 'upload ';

function remember(chat: Chat, location: string, draft: Draft): void {
  const until = chat.media.expiry() ?? null;
  const { database } = chat.store;
  const overdue = `delete from settings where name glob '${NAME}*' and value ->> 'until' < ?`;
  database.run(overdue, chat.clock.now());
  const insert = 'insert into settings (name, value) values (?, ?)';
  database.run(insert, NAME + location, JSON.stringify({ ...draft, until }));
}

function draftFor(chat: Chat, location: string): Draft | undefined {
  const fields = ['sender', 'room', 'text', 'name', 'type', 'size'].map(
    (one) => `value ->> '${one}' as ${one}`,
  );
  const sql = `select ${fields.join(', ')} from settings where name = ?`;
  return chat.store.database.rows<Draft>(sql, NAME + location)[0];
}

function forget(chat: Chat, location: string): void {
  chat.store.database.run('delete from settings where name = ?', NAME + location);
}
