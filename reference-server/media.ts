// Uploaded files and the addresses under which they are served; their bytes survive with their messages.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Chat } from './chat.ts';
import type { Answer, UploadedFile } from './dialect-server.ts';
import { refusal, respond } from './operations.ts';
import { headOf } from './requests.ts';
import type { Upload } from './store/changes.ts';

/** A file, the last part of its address, and the message that it belongs to. */
export type Kept = Omit<UploadedFile, 'field'> & { location: string; message?: number | null };

const UPLOAD = 'select id, owner, message, location, name, contentType, size, createdAt from uploads';

/** Stores a file under a name that is safe in a path and in a header. */
export function keepFile(chat: Chat, owner: number | null, file: Kept): Upload {
  const { location, bytes, message = null } = file;
  const safe = { name: safeName(file.name), contentType: safeType(file.contentType) };
  const upload = { owner, message, location, ...safe, size: bytes.length, createdAt: chat.clock.now() };
  return { ...upload, id: chat.store.write({ kind: 'add upload', upload: { ...upload, bytes } }) };
}

export function filesOf({ store }: Chat, message: number): Upload[] {
  return store.read<Upload>('uploads of a message', `${UPLOAD} where message = ? order by id`, message);
}

export function fileAt({ store }: Chat, location: string): Upload | undefined {
  return store.readOne<Upload>('upload', `${UPLOAD} where location = ?`, location);
}

/** Path and query; `until` in microseconds. */
export function addressFor(chat: Chat, location: string, until = expiry(chat)): string {
  const path = chat.media.folder + location.split('/').map(encodeURIComponent).join('/');
  return until === undefined ? path : `${path}?expires=${until}&signature=${sign(chat, location, until)}`;
}

/** When an address made now stops working. */
export function expiry({ media, clock }: Chat): number | undefined {
  return media.expiresAfter === undefined ? undefined : clock.now() + media.expiresAfter * 1_000_000;
}

/** Whether this path and query work now. */
export function isSigned(chat: Chat, location: string, query: Record<string, unknown>): boolean {
  if (chat.media.expiresAfter === undefined) return true;
  const until = Number(query['expires']);
  if (!Number.isSafeInteger(until) || until < chat.clock.now()) return false;
  const given = Buffer.from(String(query['signature']));
  const right = Buffer.from(sign(chat, location, until));
  return given.length === right.length && timingSafeEqual(given, right);
}

function sign({ key }: Chat, location: string, until: number): string {
  return createHmac('sha256', key).update(`${until} ${location}`).digest('hex');
}

/** Serves the files; to the seams this is the operation "media". */
export function mountMedia(app: FastifyInstance, chat: Chat): void {
  app.get(`${chat.media.folder}*`, async (request, reply) => {
    const head = headOf(request);
    chat.seams.cause = { operation: 'media' };
    const answer = served(chat, String(head.parameters['*']), head.parameters);
    return respond(chat, reply, await chat.seams.response(answer, 'media', head));
  });
}

/** The bytes of a file, for an address with this location and query. */
export function served(chat: Chat, location: string, query: Record<string, unknown>): Answer {
  const upload = fileAt(chat, location);
  const bytes = 'select bytes from uploads where id = ?';
  const found = upload && chat.store.readOne<{ bytes: Buffer }>('bytes', bytes, upload.id);
  if (upload === undefined || found === undefined) return refusal(chat, 404, 'There is no such file.');
  if (!chat.seams.decide('signed', isSigned(chat, location, query), { about: upload }))
    return refusal(chat, 403, 'This address has expired, or its signature is wrong.');
  const harmless = { 'x-content-type-options': 'nosniff', 'content-security-policy': 'sandbox' };
  return { status: 200, headers: { 'content-type': upload.contentType, ...harmless }, body: found.bytes };
}

/** The last part of a path, without what could end a header. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cs}"<>|:*?;]/gu, '_')
    .trim()
    .replace(/^\.+$/, '');
  if (plain.length <= 120) return plain === '' ? 'file' : plain;
  const ending = extname(plain).slice(0, 20);
  return plain.slice(0, 120 - ending.length) + ending;
}

function safeType(type: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
}
