import { once } from 'node:events';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { inFragments } from './fragments.ts';
import { tinyServer } from './testing/world.ts';

it.each([2, 7, 500])('sends one message in %i fragments, with few pings in between', async (count) => {
  const text = JSON.stringify({ message: 'grove é🧪', more: 'x'.repeat(200) });
  let pings = 0;
  const server = await tinyServer({
    connected(socket) {
      socket.on('ping', () => {
        pings += 1;
      });
      socket.on('message', (data) => socket.send(String(data)));
    },
  });
  const client = new WebSocket(server.ws);
  await once(client, 'open');
  const heard = once(client, 'message');
  inFragments(client, text, count);
  expect(String((await heard)[0])).toBe(text);
  expect(pings).toBeGreaterThan(0);
  expect(pings).toBeLessThanOrEqual(8);
  client.terminate();
});
