// Servers that mean harm, or are badly broken: each answers just enough to be talked to, and then does its worst.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { type WebSocket, WebSocketServer } from 'ws';

export interface HostileServer {
  http: string;
  close(): Promise<void>;
}

interface Harm {
  /** Instead of the answer with a room. */
  answer?(request: IncomingMessage, response: ServerResponse): void;
  /** Right after a socket opened. */
  opened?(client: WebSocket, raw: Socket): void;
  /** For every frame that the client sends. */
  heard?(client: WebSocket, raw: Socket, text: string): void;
}

const script = '<script>window.harmed = true</script>"\'`]]>\u0000\u001b[31m';
const json = (response: ServerResponse, body: unknown): void => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
};

/** A frame whose header says that it is compressed, with this as its payload. */
function compressedFrame(payload: Buffer): Buffer {
  return Buffer.concat([header(0xc1, payload.length), payload]);
}

function header(first: number, length: number): Buffer {
  if (length < 126) return Buffer.from([first, length]);
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

export const harms: Record<string, Harm> = {
  'sends bodies without an end': {
    answer(_request, response) {
      const chunk = Buffer.alloc(1_000_000, 'x');
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    },
  },
  'sends a body that unpacks to a gigabyte': {
    answer(_request, response) {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
    },
  },
  'sends frames of 100 MB': {
    opened(_client, raw) {
      raw.write(header(0x81, 100_000_000));
      raw.write(Buffer.alloc(20_000_000, 'x'));
    },
  },
  'sends frames that unpack to a gigabyte': {
    opened: (_client, raw) => void raw.write(compressedFrame(deflatedBomb)),
  },
  'sends text that is not UTF-8': {
    opened: (_client, raw) => void raw.write(Buffer.from([0x81, 0x03, 0xff, 0xfe, 0xfd])),
  },
  'sends JSON that is broken': { opened: (client) => client.send('{"type": "chat_message", "message": {') },
  'answers with garbage for a status line': {
    answer: (request) => void request.socket.end('HTTP/9.9 abc \u0000\r\n\r\n'),
  },
  'never closes a socket': {
    heard: (client) => client.send('{}'),
    opened(client) {
      client.send('[]');
      // Without its listeners the server does not answer a closing handshake.
      client.close = () => undefined;
      client.pause();
    },
  },
  'puts a script into every string': {
    answer: (request, response) =>
      json(response, { room_id: 1, status: script, message: script, [script]: request.url }),
    opened: (client) =>
      client.send(
        JSON.stringify([
          {
            message_id: 1,
            text: script,
            sender_email: script,
            status: script,
            created_at: script,
            updated_at: script,
          },
        ]),
      ),
    heard: (client, _raw, text) =>
      client.send(
        JSON.stringify({
          type: 'chat_message',
          [script]: script,
          message: { text: `${text}${script}`, message_id: script },
        }),
      ),
  },
  'sends back every token that it hears': {
    answer: (request, response) =>
      json(response, {
        room_id: 1,
        token: request.headers.authorization,
        again: request.rawHeaders.join(' '),
      }),
    opened: (client) => client.send(JSON.stringify({ type: 'chat_message', token: tokens.at(-1) })),
  },
};

/** Tokens that hostile servers have heard. */
const tokens: string[] = [];
const bomb = gzipSync(Buffer.alloc(1_000_000_000));
const deflatedBomb = deflateRawSync(Buffer.alloc(500_000_000));

export async function hostile({ answer, opened, heard }: Harm): Promise<HostileServer> {
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    request.resume();
    if (answer === undefined) json(response, { room_id: 1 });
    else answer(request, response);
  });
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  });
  const sockets = new WebSocketServer({ server, perMessageDeflate: true });
  sockets.on('connection', (client, request) => {
    tokens.push(String(request.headers.authorization));
    client.on('error', () => undefined);
    client.on('message', (data) => heard?.(client, request.socket, String(data)));
    opened?.(client, request.socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    http: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
