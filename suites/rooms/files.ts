// Messages with files, and what is asked about them afterwards.
import { expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import type { Reply } from '../kit/http.ts';
import { show } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import { field, isSuccess } from './answers.ts';
import type { Actor, Cast } from './cast.ts';
import type { Upload } from './requests.ts';

export interface SentFile {
  upload: Upload;
  text: string;
  heard: Heard;
}

/** Alice has sent bob a file with a text. */
export async function sentFile(cast: Cast): Promise<SentFile> {
  const { together, uploaded, alice, world } = cast;
  const { a, b } = await together();
  const upload = await uploaded(alice);
  const text = world.text();
  a.say(text, upload.fields);
  const heard = await given('A message with a file did not arrive', () =>
    b.hears('chatMessage', { message: text }),
  );
  return { upload, text, heard };
}

/** The same with the id of the message, by which its URL is checked and refreshed. */
export async function sentFileWithId(cast: Cast): Promise<SentFile & { id: unknown }> {
  const sent = await sentFile(cast);
  const { id } = await cast.stored(cast.alice, cast.bob, sent.text);
  if (id === undefined) throw new Unmet('The message has no id to ask with.');
  return { ...sent, id };
}

/** What checking the URL answers its sender, or somebody else. */
export async function wantsRefreshing(
  { checkUrl, alice }: Cast,
  id: unknown,
  by: Actor = alice,
): Promise<boolean> {
  const reply = await checkUrl(by, { message_id: id });
  if (!isSuccess(reply))
    throw new Unmet(`Checking the URL was answered with ${reply.problem ?? reply.status}.`);
  const answer = field(reply.body, 'refresh_url');
  if (typeof answer === 'boolean') return answer;
  throw new Unmet(`Checking the URL answered ${show(answer)}, neither true nor false.`);
}

export function expectBytes(reply: Reply, { bytes }: Upload): void {
  const same = reply.status === 200 && reply.bytes.equals(bytes);
  const got =
    reply.status === 200 ? `${reply.bytes.length} bytes` : (reply.problem ?? `HTTP ${reply.status}`);
  expectTrue(same, reply.status === 200 ? 'the file has other bytes' : `the file is not served: ${got}`, {
    expected: `the ${bytes.length} bytes that were uploaded`,
    received: got,
    entry: reply.entry,
  });
}

/** A request that lacks its message_id. */
export function expectRefused(reply: Reply): void {
  expectTrue(
    reply.status >= 400 && reply.status < 500,
    `the request without message_id was answered with ${reply.problem ?? reply.status}`,
    { expected: 'an answer of 4xx', received: reply.problem ?? `HTTP ${reply.status}`, entry: reply.entry },
  );
}
