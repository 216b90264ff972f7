import { createHmac, timingSafeEqual } from 'node:crypto';
import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Chat } from './chat.ts';
import type { Clock } from './clock.ts';
import type { Answer, UploadedFile } from './dialect-server.ts';
import { refusal, respond } from './operations.ts';
import { headOf } from './requests.ts';
import type { Upload } from './store/changes.ts';
import type { Store } from './store/store.ts';
import { secretOf } from './tokens.ts';

interface MediaOptions {
  folder: string;
  /** Seconds for which an address works; without it, addresses carry no signature and work for ever. */
  expiresAfter: number | undefined;
}

/** A file, the last part of its address, and the message that it belongs to. */
export interface Kept extends Omit<UploadedFile, 'field'> {
  location: string;
  message?: number | null;
}

const UPLOAD = 'select id, owner, message, location, name, contentType, size, createdAt from uploads';

/** Uploaded files and the addresses under which they are served; their bytes survive with their messages. */
export class Media {
  readonly folder: string;
  readonly expiresAfter: number | undefined;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #key: Buffer;

  constructor(store: Store, clock: Clock, { folder, expiresAfter }: MediaOptions) {
    this.folder = folder;
    this.expiresAfter = expiresAfter;
    this.#store = store;
    this.#clock = clock;
    this.#key = secretOf(store, 'media secret');
  }

  /** Stores a file under a name that is safe in a path and in a header. */
  keep(owner: number | null, { location, bytes, message = null, ...file }: Kept): Upload {
    const upload = {
      owner,
      message,
      location,
      name: safeName(file.name),
      contentType: safeType(file.contentType),
      size: bytes.length,
      createdAt: this.#clock.now(),
    };
    return { ...upload, id: this.#store.write({ kind: 'add upload', upload: { ...upload, bytes } }) };
  }

  ofMessage(message: number): Upload[] {
    const sql = `${UPLOAD} where message = ? order by id`;
    return this.#store.read<Upload>('uploads of a message', sql, message);
  }

  at(location: string): Upload | undefined {
    return this.#store.readOne<Upload>('upload', `${UPLOAD} where location = ?`, location);
  }

  bytes({ id }: Upload): Buffer | undefined {
    const sql = 'select bytes from uploads where id = ?';
    return this.#store.readOne<{ bytes: Buffer }>('bytes', sql, id)?.bytes;
  }

  /** Path and query; `until` in microseconds. */
  address(location: string, until = this.expiry()): string {
    const path = this.folder + location.split('/').map(encodeURIComponent).join('/');
    return until === undefined ? path : `${path}?expires=${until}&signature=${this.#sign(location, until)}`;
  }

  /** When an address made now stops working. */
  expiry(): number | undefined {
    return this.expiresAfter === undefined ? undefined : this.#clock.now() + this.expiresAfter * 1_000_000;
  }

  /** Whether this path and query work now. */
  isSigned(location: string, { expires, signature }: Record<string, unknown>): boolean {
    if (this.expiresAfter === undefined) return true;
    const until = Number(expires);
    if (!Number.isSafeInteger(until) || until < this.#clock.now()) return false;
    const given = Buffer.from(String(signature));
    const right = Buffer.from(this.#sign(location, until));
    return given.length === right.length && timingSafeEqual(given, right);
  }

  #sign(location: string, until: number): string {
    return createHmac('sha256', this.#key).update(`${until} ${location}`).digest('hex');
  }
}

/** Serves the files; to the seams this is the operation "media". */
export function mountMedia(app: FastifyInstance, chat: Chat): void {
  app.get(`${chat.media.folder}*`, async (request, reply) => {
    const head = headOf(request);
    chat.seams.cause = { operation: 'media' };
    const answer = fileAt(chat, String(head.parameters['*']), head.parameters);
    return respond(chat, reply, { operation: 'media', head, answer });
  });
}

/** The bytes of a file, for an address with this location and query. */
export function fileAt(chat: Chat, location: string, query: Record<string, unknown>): Answer {
  const upload = chat.media.at(location);
  const body = upload && chat.media.bytes(upload);
  if (upload === undefined || body === undefined) return refusal(chat, 404, 'There is no such file.');
  const isSigned = chat.seams.decide('signed', chat.media.isSigned(location, query), { about: upload });
  if (!isSigned) return refusal(chat, 403, 'This address has expired, or its signature is wrong.');
  const harmless = { 'x-content-type-options': 'nosniff', 'content-security-policy': 'sandbox' };
  return { status: 200, headers: { 'content-type': upload.contentType, ...harmless }, body };
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
