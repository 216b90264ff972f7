// One message in several frames, as RFC 6455 (5.4) allows: cut anywhere, with control frames in between.
import type { WebSocket } from 'ws';

export function inFragments(wire: WebSocket, text: string, count: number): void {
  const bytes = Buffer.from(text);
  const size = Math.max(1, Math.ceil(bytes.length / count));
  for (let from = 0; from < bytes.length; from += size) {
    const fin = from + size >= bytes.length;
    wire.send(bytes.subarray(from, from + size), { binary: false, fin }, () => undefined);
    if (!fin) wire.ping(undefined, undefined, () => undefined);
  }
}
