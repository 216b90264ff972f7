import { once } from 'node:events';
import type { WebSocket } from 'ws';

/** Settles when the server has answered a ping, or has closed the socket; leaves no listener behind. */
export async function answersPing(socket: WebSocket): Promise<void> {
  const done = new AbortController();
  const { signal } = done;
  const either = Promise.race([once(socket, 'pong', { signal }), once(socket, 'close', { signal })]);
  socket.ping();
  await either.catch(() => undefined);
  done.abort();
}
