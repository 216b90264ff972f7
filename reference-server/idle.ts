interface Pinged {
  once(event: 'pong', listener: () => void): unknown;
  ping(): void;
  terminate(): void;
}

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
  timer.unref();
  return () => clearInterval(timer);
}
