import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { serve } from '../server.ts';
import { type Chatter, chatter, inRoom, roomOfTwo } from '../testing/chatter.ts';

it('carries frames both ways, with headers that a browser could not set', async () => {
  const { dial, alice, atBob } = await served();
  const page = await dial({ authorization: `Bearer ${alice.token}` });
  expect(await page.hears(2)).toEqual([
    { kind: 'open', protocol: '' },
    { kind: 'heard', text: '[]' },
  ]);
  page.says({ message: 'through the relay' });
  expect(await atBob.next()).toMatchObject({ message: { text: 'through the relay', sender_id: alice.id } });
  expect(await page.next()).toMatchObject({ kind: 'heard' });
});

it('tells of refusals', async () => {
  const { dial } = await served();
  const page = await dial({ authorization: 'Bearer nonsense' });
  expect(await page.next()).toEqual({ kind: 'refused', status: 401, body: expect.stringContaining('token') });
  expect(await page.closed).toBe(1000);
});

it('tells how the other end was closed, and closes it when the page goes', async () => {
  const { server, dial, alice } = await served();
  const page = await dial({ authorization: `Bearer ${alice.token}` });
  await page.hears(2);
  connectionOf(alice.id)?.close(4001, 'Enough.');
  expect(await page.next()).toEqual({ kind: 'closed', code: 4001, reason: 'Enough.' });
  const again = await dial({ authorization: `Bearer ${alice.token}` });
  await again.hears(2);
  const connection = connectionOf(alice.id);
  again.socket.terminate();
  if (connection) await once(connection.socket, 'close');
  expect(connectionOf(alice.id)).toBeUndefined();

  function connectionOf(person: unknown) {
    return server.chat.hub.connections.find(({ me }) => me.id === person);
  }
});

it.each([
  ['another secret', (dial: object) => ({ ...dial, secret: 'guessed' })],
  ['no secret', (dial: object) => ({ ...dial, secret: undefined })],
  ['the address of another server', (dial: object) => ({ ...dial, path: '@other.example.test/' })],
  ['a path with a line break', (dial: object) => ({ ...dial, path: '/ws/chat/1/\r\nx: y' })],
  ['a header that is no text', (dial: object) => ({ ...dial, headers: { authorization: 7 } })],
  [
    'a header that could end the header',
    (dial: object) => ({ ...dial, headers: { authorization: 'a\r\nb' } }),
  ],
  ['a subprotocol that is none', (dial: object) => ({ ...dial, protocols: ['a b'] })],
  ['something else', () => 7],
])('dials nobody for %s', async (_what, wrong) => {
  const { server, dial } = await served();
  const before = server.chat.counters.upgrades;
  const page = await dial({ authorization: 'x' }, wrong);
  expect(await page.closed).toBe(1008);
  expect(server.chat.counters.upgrades).toBe(before);
});

it('does not keep the server from stopping', async () => {
  const { server, dial, alice } = await served();
  const page = await dial({ authorization: `Bearer ${alice.token}` });
  await page.hears(2);
  await server.close();
  expect(page.socket.readyState).not.toBe(WebSocket.OPEN);
});

it('is not there without the control plane', async () => {
  const server = await serve('receipts');
  onTestFinished(() => server.close());
  const socket = new WebSocket(`${server.ws}/_control/relay`);
  const [, response] = await once(socket, 'unexpected-response');
  response.destroy();
  expect(response.statusCode).toBe(404);
});

async function served() {
  const server = await serve('receipts', { control: true });
  onTestFinished(() => server.close());
  const people = await roomOfTwo(server);
  const atBob = await inRoom(server, people.bob, people.room);
  const dial = async (
    headers: Record<string, string>,
    wrong: (right: object) => unknown = (right) => right,
  ): Promise<Chatter> => {
    const page = await chatter(`${server.ws}/_control/relay`);
    page.says(
      wrong({ secret: server.control?.secret, path: `/ws/chat/${people.room}/`, protocols: [], headers }),
    );
    return page;
  };
  return { server, ...people, atBob, dial };
}
