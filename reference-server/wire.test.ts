import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import { chatter } from './testing/chatter.ts';
import { joined, textFrame } from './wire.ts';

it.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])(
  'frames %i bytes so that ws reads them',
  async (size) => {
    const { server, url } = await listening();
    const [connected, client] = await Promise.all([once(server, 'connection'), chatter(url)]);
    const [, request] = connected;
    const tcp: Socket = request.socket;
    // Two bytes are the quotes.
    const text = 'x'.repeat(Math.max(0, size - 2));
    tcp.write(textFrame(JSON.stringify(text)));
    tcp.write(textFrame(Buffer.from(JSON.stringify('ü😀'))));
    expect(await client.hears(2)).toEqual([text, 'ü😀']);
  },
);

it('joins frames into parts, in order, and takes no part apart', () => {
  const frames = ['a', 'bb', 'ccc', 'dddd', 'e'].map((text) => Buffer.from(text));
  expect(joined(frames, 3).map(String)).toEqual(['abb', 'ccc', 'dddd', 'e']);
  expect(joined(frames, 100).map(String)).toEqual(['abbcccdddde']);
  expect(joined([], 3)).toEqual([]);
});

async function listening() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  onTestFinished(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { server, url: `ws://127.0.0.1:${port}/` };
}
