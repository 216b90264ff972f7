import type { WebSocket } from 'ws';

/** Drops the sockets whose other end is gone without a word: who answers no ping in one interval, is. */
export function watchIdle(sockets: Iterable<WebSocket>, intervalMs: number): () => void {
  const asked = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const socket of sockets) {
      if (asked.has(socket)) {
        socket.terminate();
        continue;
      }
      asked.add(socket);
      socket.once('pong', () => asked.delete(socket));
      socket.ping();
    }
  }, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
