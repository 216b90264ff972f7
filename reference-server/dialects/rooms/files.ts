// Files in both modes: in development known by a name, in production behind signed URLs that expire.
import { randomBytes } from 'node:crypto';
import { parse } from 'node:path';
import type { SendFile, SendText } from '../../../specs/rooms/generated/frames.ts';
import type { Chat } from '../../chat.ts';
import type { Answer, Call } from '../../dialect-server.ts';
import { addressFor, expiry, fileAt, keepFile, safeName } from '../../media.ts';
import { refusal } from '../../operations.ts';
import type { Message, Upload } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';

/** What a message says of its file. */
interface FileOfMessage {
  url: string;
  identifier: string;
}

/** Needs no token, as rooms.md:263 shows it; so do the next two. */
export function uploadFile(chat: Chat, { files, origin }: Call<object, unknown>): Answer {
  const [file, ...more] = files;
  if (file?.field !== 'myFile' || file.name === '' || more.length > 0) {
    return refusal(chat, 400, 'One file is needed, and its part is called myFile.');
  }
  const upload = keepFile(chat, null, { ...file, location: freeName(chat, file.name) });
  const until = expiry(chat);
  const expiration_time = until === undefined ? null : withMicroseconds(until, '');
  const file_location = addressOf(chat, upload, origin, until);
  return { status: 201, body: { file_location, expiration_time, file_identifier: upload.location } };
}

/** Whether the URL of a message's file has expired; without a file there is nothing to refresh. */
export function checkUrl(chat: Chat, { parameters }: Call<{ message_id: number }>): Answer {
  const message = chat.messages.byId(parameters.message_id);
  if (message === undefined) return refusal(chat, 404, 'There is no such message.');
  const expired = uploadOf(chat, message)?.expired ?? false;
  const refresh_url = chat.seams.decide('expired', expired, { about: message });
  return { status: 200, body: { refresh_url } };
}

/** A new URL, which from now on is the one of the message. */
export function refreshUrl(chat: Chat, { parameters, origin }: Call<{ message_id: number }>): Answer {
  const message = chat.messages.byId(parameters.message_id);
  const found = message && uploadOf(chat, message);
  if (message === undefined || found === undefined) {
    return refusal(chat, 404, 'There is no such message with a file.');
  }
  const url = addressOf(chat, found.upload, origin, expiry(chat));
  const file: FileOfMessage = { url, identifier: found.upload.location };
  chat.messages.change(message, { extra: JSON.stringify(file) });
  return { status: 200, body: { file_location: url } };
}

/** What is kept of the three file fields; when the URL expires is in the URL itself, and signed. */
export function extraOf({ multimedia_url: url, file_identifier: identifier }: SendText | SendFile): string {
  return url === '' ? '{}' : JSON.stringify({ url, identifier } satisfies FileOfMessage);
}

export function fileOf({ extra }: Message): FileOfMessage | undefined {
  const file: unknown = JSON.parse(extra);
  return isFile(file) ? file : undefined;
}

/**
 * The upload that a message carries. Naming a file is not enough, or anybody could have the URL of any file
 * refreshed: in production its URL has to be one that was signed for it.
 */
function uploadOf(chat: Chat, message: Message): { upload: Upload; expired: boolean } | undefined {
  const file = fileOf(message);
  const upload = file && fileAt(chat, file.identifier);
  if (file === undefined || upload === undefined) return undefined;
  if (chat.media.expiresAfter === undefined) return { upload, expired: false };
  const until = Number(/[?&]expires=(\d{1,16})&/.exec(file.url)?.[1]);
  if (!file.url.endsWith(addressFor(chat, upload.location, until))) return undefined;
  return { upload, expired: until < chat.clock.now() };
}

function addressOf(chat: Chat, { location }: Upload, origin: string, until: number | undefined): string {
  return until === undefined ? location : origin + addressFor(chat, location, until);
}

/** The name of the file; when another has it already, with something before its ending. */
function freeName(chat: Chat, wanted: string): string {
  const safe = safeName(wanted);
  if (fileAt(chat, safe) === undefined) return safe;
  const { name, ext } = parse(safe);
  return `${name}_${randomBytes(6).toString('hex')}${ext}`;
}

function isFile(value: unknown): value is FileOfMessage {
  return typeof value === 'object' && value !== null && 'url' in value && 'identifier' in value;
}
