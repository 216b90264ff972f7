import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import { patienceOf } from './patience.ts';
import { basketOf, worldAt } from './testing/world.ts';

it('gives up an upgrade that is never answered', async () => {
  const mute = createServer(() => undefined);
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void mute.close());
  const address = mute.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const socket = await basketOf(worldAt({ http: `http://127.0.0.1:${port}`, ws: `ws://127.0.0.1:${port}` }));
  expect(socket.isOpen).toBe(false);
  expect(socket.closing?.how).toBe('lost');
});

it('does not take the time in which this machine stalls for the target being late', async () => {
  const patience = patienceOf(0.05);
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    verifyClient: (_, letIn) => {
      const until = performance.now() + patience.for('upgrade') * 3;
      while (performance.now() < until);
      setImmediate(letIn, true);
    },
  });
  await once(server, 'listening');
  onTestFinished(() => server.close());
  const address = server.address();
  const at = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const socket = await basketOf(worldAt({ http: `http://${at}`, ws: `ws://${at}` }, { patience }));
  expect(socket.isOpen).toBe(true);
});

it('talks to a server that selects no subprotocol for one socket, and one for the next', async () => {
  const selected: (string | false)[] = [false, 'knit', false, 'something else'];
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: () => selected.shift() ?? false,
  });
  await once(server, 'listening');
  onTestFinished(() => server.close());
  const address = server.address();
  const at = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const world = worldAt({ http: `http://${at}`, ws: `ws://${at}` });
  world.target.auth.ws = { in: 'subprotocol', values: ['knit', '{token}'] };
  const seen: [boolean, string][] = [];
  for (const _each of [1, 2, 3, 4]) {
    const socket = await basketOf(world);
    seen.push([socket.isOpen, socket.subprotocol]);
  }
  expect(seen).toEqual([
    [true, ''],
    [true, 'knit'],
    [true, ''],
    [true, 'something else'],
  ]);
});
