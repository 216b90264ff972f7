import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to whoever asks for any: nobody gets this one by chance before it is used. */
const range = [15_000, 30_000] as const;
const tries = 50;

/** A port that nobody listens on right now, nor on the one after it: servers of two dialects take both. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < tries; tried += 1) {
    const port = randomInt(...range);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error('This machine gave no free port.');
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    if (server.listening) {
      server.close();
      await once(server, 'close');
    }
  }
}
