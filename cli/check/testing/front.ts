// Stands in front of a conforming server and makes it peculiar, as real deployments are: a prefix, an Origin that it
// insists on, a token elsewhere, compression, no subprotocol.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RawData, WebSocket, WebSocketServer } from 'ws';

export interface Peculiar {
  /** Every path begins with this. */
  prefix?: string;
  /** Upgrades and requests without this header are refused. */
  insistsOn?: { header: string; value: string };
  /** Turns what the client sends into what the server behind understands. */
  translate?(request: IncomingMessage): { path?: string; headers?: Record<string, string> };
  /** Selects no subprotocol, whatever is offered. */
  selectsNone?: true;
  /** Compresses every frame. */
  deflates?: true;
  /** How many milliseconds late the server's frame passes, and with it all that come after it on this socket. */
  lags?(frame: string): number;
  /** Refuses all that is not an upgrade, or only upgrades: for HTTP and WebSocket on two ports. */
  serves?: 'http' | 'ws';
  /** Answers 401 to everything from this many requests on, as after the tokens' end. */
  refusesTokens?: () => boolean;
}

export interface Front {
  http: string;
  ws: string;
  close(): Promise<void>;
}

export async function front(behind: { http: string; ws: string }, peculiar: Peculiar): Promise<Front> {
  const refusal = (incoming: IncomingMessage): number | undefined => {
    const { insistsOn, prefix = '' } = peculiar;
    if (insistsOn !== undefined && incoming.headers[insistsOn.header.toLowerCase()] !== insistsOn.value)
      return 403;
    if (!(incoming.url ?? '').startsWith(prefix)) return 404;
    return peculiar.refusesTokens?.() === true ? 401 : undefined;
  };
  const server = createServer((incoming, outgoing) => {
    const status = peculiar.serves === 'ws' ? 404 : refusal(incoming);
    if (status === undefined) passRequest(incoming, outgoing, behind.http, translated(incoming, peculiar));
    else outgoing.writeHead(status).end();
  });
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: peculiar.deflates === true ? { threshold: 0 } : false,
    ...(peculiar.selectsNone === true ? { handleProtocols: () => false as const } : {}),
  });
  server.on('upgrade', (incoming, socket, head) => {
    const status = peculiar.serves === 'http' ? 404 : refusal(incoming);
    if (status !== undefined)
      return void socket.end(`HTTP/1.1 ${status} No\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    const { path, headers } = translated(incoming, peculiar);
    const offered = incoming.headers['sec-websocket-protocol']?.split(',').map((one) => one.trim()) ?? [];
    const upstream = new WebSocket(`${behind.ws}${path}`, offered, { headers });
    upstream.on('unexpected-response', (_request, response) => {
      socket.end(
        `HTTP/1.1 ${response.statusCode ?? 502} No\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
      );
      response.resume();
    });
    upstream.on('error', () => socket.destroy());
    // Frames may come with the upgrade's answer: nothing is read before somebody listens.
    upstream.on('upgrade', () => upstream.pause());
    upstream.on('open', () =>
      sockets.handleUpgrade(incoming, socket, head, (client) => join(client, upstream, peculiar)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}${peculiar.prefix ?? ''}`;
  return {
    http: `http://${host}`,
    ws: `ws://${host}`,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function translated(
  incoming: IncomingMessage,
  { prefix = '', translate }: Peculiar,
): { path: string; headers: Record<string, string> } {
  const { path = (incoming.url ?? '').slice(prefix.length), headers = {} } = translate?.(incoming) ?? {};
  const { authorization } = incoming.headers;
  return { path, headers: { ...(authorization === undefined ? {} : { authorization }), ...headers } };
}

function passRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  behind: string,
  { path, headers }: { path: string; headers: Record<string, string> },
): void {
  const upstream = request(
    `${behind}${path}`,
    {
      method: incoming.method ?? 'GET',
      headers: { ...incoming.headers, ...headers, host: new URL(behind).host },
    },
    (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    },
  );
  upstream.on('error', () => outgoing.writeHead(502).end());
  incoming.pipe(upstream);
}

function join(client: WebSocket, upstream: WebSocket, { lags }: Peculiar): void {
  const pass = (to: WebSocket) => (data: RawData, binary: boolean) => to.send(data, { binary });
  client.on('message', pass(upstream));
  let earlier = Promise.resolve();
  const late = (data: RawData, binary: boolean): void => {
    const ms = lags?.(data.toString()) ?? 0;
    earlier = earlier.then(() => (ms === 0 ? undefined : sleep(ms))).then(() => pass(client)(data, binary));
  };
  upstream.on('message', lags === undefined ? pass(client) : late);
  upstream.resume();
  const end = (to: WebSocket) => (code: number) =>
    code === 1006 || code === 1005 ? to.terminate() : to.close(code);
  client.on('close', end(upstream)).on('error', () => undefined);
  upstream.on('close', end(client));
}
