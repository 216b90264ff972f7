import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningServer, type ServeOptions, serve } from './server.ts';
import { chatter, inRoom, roomOfTwo } from './testing/chatter.ts';
import { serveAsDocumented } from './testing/documented.ts';

const EDIT = '/en/api/v1/messages/1/edit';

it.each([
  ['text that is not JSON', '{"message": '],
  ['another JSON type', '7'],
  ['nothing', 'null'],
  ['a frame without its text', '{"action": "dance"}'],
  ['a text that is a number', '{"message": 7}'],
  ['an empty text', '{"message": ""}'],
  ['a text that is too long', JSON.stringify({ message: 'x'.repeat(10_001) })],
  ['a text with NUL', '{"message": "a\\u0000b"}'],
  ['half a surrogate pair', '{"message": "a\\ud83d"}'],
  ['binary', Buffer.from('{"message": "hello"}')],
])('answers %s with an error and goes on', async (_what, frame) => {
  const { atAlice, atBob, server } = await room();
  atAlice.socket.send(frame);
  expect(await atAlice.next()).toEqual({ type: 'error', message: expect.stringMatching(/^.+\.$/) });
  atAlice.says({ message: 'still here' });
  expect(await atBob.next()).toMatchObject({ message: { text: 'still here' } });
  expect(server.chat.counters.complaints).toBe(1);
});

it('closes a socket that sends too much with 1009, and one that sends invalid UTF-8 with 1007', async () => {
  const { atAlice, atBob, server, alice, room: id } = await room({ limits: { frameBytes: 50_000 } });
  atAlice.socket.send('x'.repeat(50_001));
  expect(await atAlice.closed).toBe(1009);
  const again = await inRoom(server, alice, id);
  again.socket.send(Buffer.from([0x22, 0xff, 0x22]), { binary: false });
  expect(await again.closed).toBe(1007);
  atBob.says({ message: 'bob is not disturbed' });
  expect(await atBob.next()).toMatchObject({ type: 'chat_message' });
});

it('closes a socket that reads too slowly with 1013 and keeps serving the others', async () => {
  const { atAlice, atBob, server } = await room({ limits: { queuedBytes: 200_000 } });
  atBob.socket.pause();
  const text = 'x'.repeat(10_000);
  while (server.chat.hub.connections.every((one) => one.socket.readyState === WebSocket.OPEN)) {
    atAlice.says({ message: text });
    await atAlice.hears(2);
    if (server.chat.counters.framesIn > 2_000) break;
  }
  atBob.socket.resume();
  expect(await atBob.closed).toBe(1013);
});

it('refuses a connection beyond the limit with 503', async () => {
  const { server, alice, room: id } = await room({ limits: { connections: 2 } });
  const socket = new WebSocket(`${server.ws}/ws/chat/${id}/`, {
    headers: { authorization: `Bearer ${alice.token}` },
  });
  const [, response] = await once(socket, 'unexpected-response');
  response.destroy();
  expect(response.statusCode).toBe(503);
});

it('drops a socket that answers no ping, and counts the person as gone', async () => {
  const server = await serve('receipts', { limits: { idleMs: 100 } });
  onTestFinished(() => server.close());
  const { bob, room: id } = await roomOfTwo(server);
  const headers = { authorization: `Bearer ${bob.token}` };
  const atBob = await chatter(`${server.ws}/ws/chat/${id}/`, { headers });
  const [connection] = server.chat.hub.connections;
  atBob.socket.pause();
  if (connection?.socket.readyState === WebSocket.OPEN) await once(connection.socket, 'close');
  expect(server.chat.counters.upgrades).toBe(1);
  expect(server.chat.hub.isPresent(`room ${id}`, Number(bob.id))).toBe(false);
});

it.each([
  ['a body that is not JSON', 400, '{'],
  ['a body that is not UTF-8', 400, Buffer.from([0x22, 0xff, 0x22])],
  ['no body', 400, undefined],
  ['a text of another type', 400, '{"text": 7}'],
  ['a body that is too large', 413, JSON.stringify({ text: 'x'.repeat(2_000_000) })],
])('answers %s over HTTP with %i', async (_what, status, body) => {
  const { server, alice } = await room();
  const headers = { authorization: `Bearer ${alice.token}`, 'content-type': 'application/json' };
  const answer = await fetch(server.http + EDIT, { method: 'PUT', headers, body: body ?? null });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ detail: expect.any(String) });
});

it('answers what it does not know with 404, and parameters that do not fit with 400 or 404', async () => {
  const { server, alice } = await room();
  const headers = { authorization: `Bearer ${alice.token}` };
  const status = async (method: string, path: string) =>
    (await fetch(server.http + path, { method, headers })).status;
  expect(await status('GET', '/nothing')).toBe(404);
  expect(await status('GET', '/_control/counters')).toBe(404);
  expect(await status('DELETE', '/en/api/v1/messages/one/delete')).toBe(404);
  expect(await status('POST', '/en/api/v1/chatrooms/get_or_create_room/?user_id_1=1')).toBe(400);
  expect(
    await status('POST', '/en/api/v1/chatrooms/get_or_create_room/?user_id_1=1&user_id_1=2&user_id_2=1'),
  ).toBe(400);
  expect(await status('POST', '/en/api/v1/chatrooms/get_or_create_room/?user_id_1=1&user_id_2=999')).toBe(
    404,
  );
});

it('survives a client that breaks off in the middle of a body', async () => {
  const { server, alice, atAlice } = await room();
  const headers = {
    authorization: `Bearer ${alice.token}`,
    'content-type': 'application/json',
    'content-length': '100',
  };
  const half = request(server.http + EDIT, { method: 'PUT', headers });
  half.on('error', () => {});
  half.write('{"text": "half');
  await once(half, 'socket');
  half.destroy();
  atAlice.says({ message: 'unharmed' });
  expect(await atAlice.next()).toMatchObject({ type: 'chat_message' });
});

it('closes every socket with 1001 when it stops, one that does not answer too', async () => {
  const { server, atAlice, atBob } = await room({ limits: { closingMs: 50 } });
  atBob.socket.pause();
  await server.close();
  expect(await atAlice.closed).toBe(1001);
});

it('stops although somebody is connected who never says what for', async () => {
  const { server } = await room({ limits: { closingMs: 50 } });
  const silent = connect(Number(new URL(server.http).port), '127.0.0.1');
  silent.on('error', () => {});
  await once(silent, 'connect');
  // It has been accepted once a request that came after it has been answered.
  await fetch(server.http);
  const stopped = server.close();
  await once(silent, 'close');
  await stopped;
});

it('sends everything later with a latency, in order', async () => {
  const { atAlice } = await room({ latency: 20 });
  const started = performance.now();
  atAlice.says({ message: 'slow' });
  expect(await atAlice.hears(3)).toMatchObject([
    { type: 'chat_message' },
    { type: 'mark_message_as_delivered' },
    { type: 'mark_message_as_read' },
  ]);
  expect(performance.now() - started).toBeGreaterThanOrEqual(19);
});

it('remembers people, tokens and messages in its data file', async () => {
  const data = `${mkdtempSync(join(tmpdir(), 'chatproof-'))}/data.sqlite`;
  const first = await serve('receipts', { data });
  const { alice, room: id } = await roomOfTwo(first);
  const atAlice = await inRoom(first, alice, id);
  atAlice.says({ message: 'keep this' });
  await atAlice.hears(2);
  await first.close();
  const second = await serve('receipts', { data });
  onTestFinished(() => second.close());
  const again = await chatter(`${second.ws}/ws/chat/${id}/`, {
    headers: { authorization: `Bearer ${alice.token}` },
  });
  expect(await again.next()).toMatchObject([{ text: 'keep this', status: 'delivered' }]);
});

it('makes every error of its own known when it is closed', async () => {
  const server = await serveAsDocumented('receipts');
  const { alice, room: id } = await roomOfTwo(server);
  await inRoom(server, alice, id);
  expect(() => server.chat.hub.tell(`room ${id}`, 'chatMessage', { type: 'chat_message' })).toThrow(
    'On "room" the frame "chatMessage" looks like "chatMessage"',
  );
  await server.close();
});

async function room(options: ServeOptions = {}) {
  const server: RunningServer = await serve('receipts', options);
  onTestFinished(() => server.close());
  const people = await roomOfTwo(server);
  const atAlice = await inRoom(server, people.alice, people.room);
  const atBob = await inRoom(server, people.bob, people.room);
  return { server, ...people, atAlice, atBob };
}
