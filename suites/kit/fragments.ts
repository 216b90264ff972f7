// One message in several frames, as RFC 6455 (5.4) allows: cut anywhere, with control frames in between.
import type { WebSocket } from 'ws';

/** Servers end connections that ping in a flood, and rightly so. */
const mostPings = 8;

export function inFragments(wire: WebSocket, text: string, count: number): void {
  const bytes = Buffer.from(text);
  const size = Math.max(1, Math.ceil(bytes.length / count));
  const pings = size * Math.ceil(bytes.length / size / mostPings);
  for (let from = 0; from < bytes.length; from += size) {
    const fin = from + size >= bytes.length;
    wire.send(bytes.subarray(from, from + size), { binary: false, fin }, () => undefined);
    if (!fin && from % pings === 0) wire.ping(undefined, undefined, () => undefined);
  }
}
