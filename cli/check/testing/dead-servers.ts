// Servers that are no chat servers: nothing good may be said of them.
import { createServer, type Server } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import { WebSocketServer } from 'ws';

export interface DeadServer {
  http: string;
  close(): Promise<void>;
}

export const deadServers: Record<string, () => Promise<DeadServer>> = {
  'answers 200 {} to everything': () =>
    http(
      createServer((_request, response) => {
        response.setHeader('content-type', 'application/json').end('{}');
      }),
    ),
  'answers 404 to everything': () =>
    http(
      createServer((_request, response) => {
        response.writeHead(404).end();
      }),
    ),
  async 'accepts sockets and never says anything'() {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end('{}');
    });
    const sockets = new WebSocketServer({ server });
    const running = await http(server);
    return {
      ...running,
      async close() {
        for (const socket of sockets.clients) socket.terminate();
        await running.close();
      },
    };
  },
  'takes connections and never answers': () => tcp(createTcpServer(() => undefined)),
};

async function http(server: Server): Promise<DeadServer> {
  // An upgrade gets the same answer as every other request.
  if (server.listenerCount('upgrade') === 0) {
    server.on('upgrade', (_request, socket) => {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
  }
  return tcp(server);
}

async function tcp(server: TcpServer): Promise<DeadServer> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    http: `http://127.0.0.1:${portOf(server.address())}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error(`The server listens at ${String(address)}, which is no port.`);
}
