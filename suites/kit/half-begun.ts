// TCP connections on which a request is begun and never finished.
import { connect, type Socket } from 'node:net';
import type { Target } from './target.ts';

const beginnings = [
  '',
  'GET ',
  'GET / HTTP/1.1\r\nHost: chat.example.test\r\n',
  'GET / HTTP/1.1\r\nHost: chat.example.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: ',
  'POST / HTTP/1.1\r\nHost: chat.example.test\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"',
];

/** Opens so many of them; gives what ends them all. */
export async function halfBegun({ ws }: Pick<Target, 'ws'>, count: number): Promise<() => void> {
  const { hostname, port, protocol } = new URL(ws);
  const to = { host: hostname, port: Number(port) || (protocol === 'wss:' ? 443 : 80) };
  const sockets = await Promise.all(
    Array.from({ length: count }, (_, at) => begun(to, beginnings[at % beginnings.length] ?? '')),
  );
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}

function begun(to: { host: string; port: number }, text: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(to);
    // A target may refuse or drop it: what counts is how everybody else fares.
    socket.on('error', () => resolve(socket));
    socket.on('connect', () => socket.write(text, () => resolve(socket)));
  });
}
