// Whatever clients do, or don't, and whatever a fault leaves hanging: close() ends soon.
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Fault } from './fault-kit/faults.ts';
import { type RunningServer, serve } from './server.ts';
import { roomOfTwo } from './testing/chatter.ts';

interface Client {
  /** Opens a socket of alice. */
  open(): WebSocket;
  /** Sends bytes on a connection that is never read or ended. */
  send(text: string): Promise<void>;
  upgrade(token?: string): string;
  token: string;
  http: string;
}

const blank: Fault = {
  name: 'made-up',
  dialects: 'all',
  kind: 'connection',
  says: 'Made up.',
  breaks: ['made.up'],
};

const cases: [string, (client: Client) => Promise<unknown>, Partial<Fault>?][] = [
  ['has stopped reading', async ({ open }) => (await opened(open())).pause()],
  ['never answers the closing handshake', ({ send, upgrade, token }) => send(upgrade(token))],
  ['was refused and stays', ({ send, upgrade }) => send(upgrade())],
  ['has sent half of a request', ({ send }) => send('POST /x HTTP/1.1\r\nContent-Length: 9\r\n\r\nx')],
  ['has sent half of a frame', ({ send, upgrade, token }) => send(`${upgrade(token)}\u0001`)],
  [
    'waits for an answer that never comes',
    async ({ http, token }) => {
      const headers = { authorization: `Bearer ${token}` };
      const path = '/en/api/v1/chatrooms/get_or_create_room/?user_id_1=1&user_id_2=2';
      fetch(http + path, { method: 'POST', headers }).catch(() => undefined);
    },
    { outgoingResponse: () => new Promise(() => undefined) },
  ],
  [
    'was let in without a token',
    ({ send, upgrade }) => send(upgrade()),
    { upgrade: () => ({ status: 101 }) },
  ],
  [
    'is not read from any more',
    async ({ open }) => (await opened(open())).send('{"message":"x"}'),
    {
      outgoingFrame: (_frame, { to }) => {
        to.socket.pause();
        return null;
      },
    },
  ],
];

it.concurrent.each(cases)('closes soon when a client %s', async (_, behave, hooks) => {
  const server = await serve('receipts', { onError: () => undefined });
  const { alice, room } = await roomOfTwo(server);
  await server.faults.on({ ...blank, ...hooks });
  await behave(clientOf(server, room, alice.token));
  await knows(server);
  const began = performance.now();
  await server.close();
  expect(performance.now() - began).toBeLessThan(10_000);
});

it.concurrent('closes soon when somebody connects while it closes', async () => {
  const server = await serve('receipts');
  const { alice, room } = await roomOfTwo(server);
  const { open, send, upgrade } = clientOf(server, room, alice.token);
  // It makes the closing last, because it does not answer the closing handshake.
  (await opened(open())).pause();
  const began = performance.now();
  const closed = server.close();
  await Promise.all([send(upgrade(alice.token)), send(upgrade()), send('GET / HTTP/1.1\r\n')]);
  await closed;
  expect(performance.now() - began).toBeLessThan(10_000);
});

function clientOf(server: RunningServer, room: number, token: string): Client {
  const { hostname, port } = new URL(server.http);
  const path = `/ws/chat/${room}/`;
  return {
    http: server.http,
    token,
    open: () =>
      new WebSocket(server.ws + path, { headers: { authorization: `Bearer ${token}` } }).on(
        'error',
        () => undefined,
      ),
    async send(text) {
      const connection = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
      connection.on('error', () => undefined).pause();
      await once(connection, 'connect');
      await new Promise((resolve) => connection.write(text, resolve));
    },
    upgrade: (given) =>
      [
        `GET ${path} HTTP/1.1`,
        'Host: chat.example.test',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Version: 13',
        ...(given === undefined ? [] : [`Authorization: Bearer ${given}`]),
        '\r\n',
      ].join('\r\n'),
  };
}

async function opened(socket: WebSocket): Promise<WebSocket> {
  await once(socket, 'open');
  return socket;
}

/** What was sent before has reached the server: a request that comes after it is answered. */
async function knows({ http }: RunningServer): Promise<void> {
  await fetch(`${http}/`).catch(() => undefined);
}
