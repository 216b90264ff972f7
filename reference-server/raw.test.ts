// What no client library sends: every one of these costs its sender the connection, and nobody else anything.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { serve } from './server.ts';
import { inRoom, roomOfTwo } from './testing/chatter.ts';

const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
const UPGRADE = ['Host: chat.example.test', 'Connection: Upgrade', 'Upgrade: websocket'];
const MASK = [1, 2, 3, 4];

it.each([
  ['no HTTP at all', Buffer.from([0x16, 0x03, 0x01, 0x00, 0xff, 0x00])],
  ['an endless header', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(100_000)}`],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello'],
  [
    'an upgrade without its key',
    `GET /ws/chat/1/ HTTP/1.1\r\n${[...UPGRADE, 'Sec-WebSocket-Version: 13'].join('\r\n')}\r\n\r\n`,
  ],
  [
    'an upgrade of another version',
    `GET /ws/chat/1/ HTTP/1.1\r\n${[...UPGRADE, KEY, 'Sec-WebSocket-Version: 12'].join('\r\n')}\r\n\r\n`,
  ],
  [
    'an upgrade to something else',
    'GET /ws/chat/1/ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
  ],
])('answers %s or hangs up, and goes on', async (_what, bytes) => {
  const { port, talk } = await served();
  const client = dial(port);
  client.write(bytes);
  await once(client, 'close');
  await talk();
});

it.each([
  ['reserved bits', [0xf1, 0x80, ...MASK]],
  ['a frame that is not masked', [0x81, 0x02, 0x7b, 0x7d]],
  ['an unknown opcode', [0x83, 0x80, ...MASK]],
  ['a continuation of nothing', [0x80, 0x80, ...MASK]],
  ['a ping in two parts', [0x09, 0x80, ...MASK]],
  ['a ping that is too long', [0x89, 0xfe, 0x00, 0x7e, ...MASK, ...Array<number>(126).fill(0)]],
  ['a close frame of one byte', [0x88, 0x81, ...MASK, 0x00]],
  ['a close code that nobody may send', [0x88, 0x82, ...MASK, 0x03 ^ 1, 0xed ^ 2]],
  ['a frame of 2⁶² bytes', [0x81, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, ...MASK]],
])('closes a socket on which %s comes, and goes on', async (_what, bytes) => {
  const { talk, upgraded } = await served();
  const client = await upgraded();
  client.write(Buffer.from(bytes));
  await once(client, 'close');
  await talk();
});

it.each([
  ['in the middle of its upgrade', undefined],
  ['right after its upgrade', []],
  ['in the middle of a frame', [0x81, 0xfe, 0x01, 0x00, ...MASK, 0x00]],
  ['in the middle of a message', [0x01, 0x81, ...MASK, 0x00]],
])('goes on when a client is reset %s', async (_what, bytes) => {
  const { port, talk, upgraded } = await served();
  const client = bytes === undefined ? dial(port) : await upgraded();
  client.write(bytes === undefined ? 'GET /ws/chat/1/ HTTP/1.1\r\nHost: x\r\nUpgr' : Buffer.from(bytes));
  client.resetAndDestroy();
  await talk();
});

/** Closing the server fails when it had an error of its own. */
async function served() {
  const server = await serve('receipts', { limits: { closingMs: 200 } });
  onTestFinished(() => server.close());
  const { alice, bob, room } = await roomOfTwo(server);
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  const port = Number(new URL(server.http).port);
  return {
    port,
    async upgraded(): Promise<Socket> {
      const client = dial(port);
      const head = [...UPGRADE, KEY, 'Sec-WebSocket-Version: 13', `Authorization: Bearer ${alice.token}`];
      client.write(`GET /ws/chat/${room}/ HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`);
      const [answer] = await once(client, 'data');
      expect(String(answer)).toContain('101 Switching Protocols');
      return client;
    },
    async talk(): Promise<void> {
      atAlice.says({ message: 'still here' });
      expect(await atBob.next()).toMatchObject({ message: { text: 'still here' } });
    },
  };
}

function dial(port: number): Socket {
  const client = connect(port, '127.0.0.1');
  client.on('error', () => {});
  client.on('data', () => {});
  return client;
}
