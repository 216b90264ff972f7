import type { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';

type Pinged = Pick<WebSocket, 'ping' | 'terminate'> & Pick<EventEmitter, 'once'>;

/** Drops the sockets whose other end is gone without a word: who answers no ping in one interval, is. */
export function watchIdle(sockets: Iterable<Pinged>, intervalMs: number): () => void {
  const asked = new WeakSet<Pinged>();
  const look = () => {
    for (const socket of sockets) {
      if (asked.has(socket)) socket.terminate();
      asked.add(socket);
      socket.once('pong', () => asked.delete(socket));
      socket.ping();
    }
  };
  // A server that was busy itself first hears who has answered meanwhile.
  const timer = setInterval(() => setImmediate(look), intervalMs);
  return () => clearInterval(timer);
}
