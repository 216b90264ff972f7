import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import { call, fileOf, history, inRoom, send, threePeople } from './testing.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('actions', { mediaExpiresAfter: 60 });
});
afterAll(() => server.close());

const BYTES = Buffer.from([0, 255, 10, 13]);

async function invited() {
  const people = await threePeople(server);
  const [atAlice, atBob] = [
    await inRoom(server, people.alice, people.room),
    await inRoom(server, people.bob, people.room),
  ];
  atAlice.says(send('This is where we were.', fileOf('holiday.png', BYTES)));
  const invitation = await atAlice.next();
  expect(invitation).toEqual({
    type: 'presigned_url',
    presigned_url: expect.stringContaining('holiday.png?expires='),
    file_path: expect.stringMatching(/^media\/chat_attachments\/.*\/holiday\.png$/),
    message: 'This is where we were.',
  });
  return { ...people, atAlice, atBob, url: String(Object(invitation).presigned_url) };
}

async function put(url: string, bytes = BYTES, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(url, { method: 'PUT', body: new Uint8Array(bytes), headers });
  await answer.arrayBuffer();
  return answer.status;
}

it.each([{}, { 'content-type': 'image/png' }, { 'content-type': 'application/json' }])(
  'says a message when its file was put to the address given (%j)',
  async (headers) => {
    const { alice, room, atAlice, atBob, url } = await invited();
    expect(await history(server, alice, room)).toEqual([]);
    expect(await put(url, BYTES, headers)).toBe(200);
    const heard = await atBob.next();
    expect(heard).toMatchObject({ type: 'chat_message', message: { text: 'This is where we were.' } });
    expect(await atAlice.hears(3)).toMatchObject([heard, {}, { type: 'mark_message_as_read' }]);
    const [stored] = await history(server, alice, room);
    const { file_url } = Object(stored).attachments[0];
    expect(Buffer.from(await (await fetch(file_url)).arrayBuffer())).toEqual(BYTES);
    expect(await put(url)).toBe(404);
  },
);

it('takes no file with a wrong signature, of another size, or for a room that is no more', async () => {
  const { alice, room, url } = await invited();
  expect(await put(url.slice(0, -1))).toBe(403);
  expect(await put(url, Buffer.from('longer'))).toBe(400);
  expect(await put(url, Buffer.alloc(server.chat.limits.uploadBytes + 1))).toBe(413);
  expect(await put(`${server.http}/media/chat_attachments/x`)).toBe(404);
  expect(await history(server, alice, room)).toEqual([]);
  expect((await call(server, alice, 'DELETE', `delete/${room}`)).status).toBe(204);
  expect(await put(url)).toBe(404);
});

it('takes no file after the address has expired', async () => {
  const { atAlice, url } = await invited();
  server.chat.clock.forward(61_000);
  expect(await put(url)).toBe(403);
  atAlice.says(send('another', fileOf('other.png', BYTES)));
  expect(await atAlice.next()).toMatchObject({ type: 'presigned_url' });
  expect(await put(url)).toBe(404);
});
