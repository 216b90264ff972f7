// For tests: the reference server (of receipts, unless another is asked for) behind a proxy with manners of its own.

import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Provisioned } from '../../../reference-server/control/provisioned.ts';
import { serve } from '../../api.ts';

export interface Manners {
  /** Not receipts; sockets then pass as they are. */
  dialect?: string;
  /** Refuses an upgrade without an Origin. */
  wantsOrigin?: boolean;
  /** Where a socket's token has to be, instead of in its header. */
  ws?: { query: string } | { cookie: string };
  /** How the header of a request has to carry the token. */
  http?: string;
  /** Where the sockets of rooms are, instead of where the document says. */
  room?: string;
  faults?: string[];
}

const rooms = [
  ['p1', 'p2'],
  ['p2', 'p3'],
  ['p1', 'p3'],
];
const documented = '/ws/chat/{room_id}/';

export async function picky(manners: Manners): Promise<{ http: string; people: Provisioned }> {
  const server = await serve(manners.dialect ?? 'receipts', { faults: manners.faults ?? [] });
  const proxy = createServer((asked, answer) => {
    const headers = { ...asked.headers, authorization: bearer(asked.headers.authorization, manners.http) };
    const { method, url } = asked;
    const passed = request(`${server.http}${url}`, { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers);
      got.pipe(answer);
    });
    asked.pipe(passed);
  });
  proxy.on('upgrade', (asked, socket) => {
    const { hostname, port } = new URL(server.http);
    const path = insidePath(asked, manners);
    const refuse = (status: string): void =>
      void socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
    socket.on('error', () => undefined);
    if (manners.wantsOrigin === true && asked.headers.origin === undefined) return refuse('403 Forbidden');
    if (path === undefined) return refuse('404 Not Found');
    const inner = connect(Number(port), hostname, () => {
      const { authorization: _, ...headers } = { ...asked.headers };
      const lines = Object.entries({ ...headers, authorization: tokenOf(asked, manners) }).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      inner.write([`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      socket.pipe(inner).pipe(socket);
    });
    inner.on('error', () => socket.destroy());
    socket.on('close', () => inner.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await server.close();
  });
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { http: `http://127.0.0.1:${port}`, people: await server.provision({ people: 3, rooms }) };
}

function bearer(given: string | undefined, wanted = 'Bearer {token}'): string {
  const [before = ''] = wanted.split('{token}');
  return given?.startsWith(before) === true ? `Bearer ${given.slice(before.length)}` : 'none';
}

function insidePath(
  { url = '' }: IncomingMessage,
  { dialect, room = documented }: Manners,
): string | undefined {
  if (dialect !== undefined) return url;
  const pattern = new RegExp(`^${room.replace('{room_id}', '(\\w+)')}(\\?.*)?$`);
  const [, id] = pattern.exec(url) ?? [];
  return id === undefined ? undefined : documented.replace('{room_id}', id);
}

function tokenOf({ url = '', headers }: IncomingMessage, { ws }: Manners): string {
  if (ws === undefined) return headers.authorization ?? 'none';
  if ('query' in ws) return `Bearer ${new URL(url, 'http://proxy').searchParams.get(ws.query) ?? 'none'}`;
  const cookie = new RegExp(`${ws.cookie}=([^;]+)`).exec(headers.cookie ?? '');
  return `Bearer ${cookie?.[1] ?? 'none'}`;
}
