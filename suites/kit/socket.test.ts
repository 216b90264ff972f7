import { expect, it } from 'vitest';
import { Failure, TokenExpired, Unmet } from './failure.ts';
import { fence, heardNothing, heardOnce } from './fence.ts';
import { expectClean, expectRefused } from './refusal.ts';
import { basketOf, tinyServer, worldAt } from './testing/world.ts';

const wool = { type: 'wool', colour: 'red', at: '2025-03-01T18:20:05Z' };
const needle = { type: 'needle', size: 3, note: null };

/** Alice's socket on a server that sends these frames as soon as it is open. */
async function hearing(...frames: unknown[]) {
  const server = await tinyServer({
    connected: (socket) => {
      for (const frame of frames) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    },
  });
  const world = worldAt(server);
  return { world, socket: await basketOf(world) };
}

it('hears a documented frame under its name', async () => {
  const { socket } = await hearing(needle, wool);
  expect(await socket.hears('wool', { colour: 'red' })).toMatchObject({ name: 'wool', value: wool, at: 1 });
});

it('fails with all that came instead, and why it was refused', async () => {
  const { socket } = await hearing(needle, wool);
  const failed = socket.hears('wool', { colour: 'blue' }, { requirement: 'knitting.rows.warm' });
  await expect(failed).rejects.toBeInstanceOf(Failure);
  await expect(failed).rejects.toMatchObject({
    lines: {
      because: expect.stringContaining('colour is "red", not "blue"'),
      received: expect.stringMatching(/needle .*wool /),
      requirement: 'knitting.rows.warm',
    },
  });
});

it('does not take a frame from before for one from after', async () => {
  const { socket } = await hearing(wool);
  await socket.hears('wool');
  await expect(socket.hears('wool', {}, { since: socket.mark })).rejects.toThrow(Failure);
  expect(socket.all('wool')).toHaveLength(1);
  expect(socket.all('wool', {}, socket.mark)).toHaveLength(0);
});

it('proves by a fence only what came after the mark, whatever its name', async () => {
  const { socket } = await hearing(needle, wool);
  await socket.hears('wool');
  heardNothing(socket, { since: socket.mark, what: 'anything' });
  expect(heardOnce(socket, { since: 1, what: 'one frame' }).value).toEqual(wool);
  expect(() => heardNothing(socket, { since: 1, what: 'anything' })).toThrow(Failure);
});

it('notes what is not as documented, whatever is waited for', async () => {
  const { world, socket } = await hearing({ ...wool, colour: 'green' }, 'not json', needle);
  await socket.hears('needle');
  expect(world.ledger.breaches.map(({ requirement }) => requirement)).toEqual(['knitting.wool.values']);
});

it('waits no longer once the socket has closed, and says how it ended', async () => {
  const server = await tinyServer({ connected: (socket) => socket.close(4001, 'enough') });
  const socket = await basketOf(worldAt(server));
  await expect(socket.hears('wool')).rejects.toThrow('closed with 4001 "enough"');
  expect(socket.closing).toMatchObject({ how: 'closed', code: 4001 });
  expect(() => socket.send({})).toThrow(Unmet);
});

it('tells a refused upgrade, a close and a lost connection apart', async () => {
  const refused = await basketOf(worldAt(await tinyServer({ refuses: 403 })));
  expect(refused.closing).toMatchObject({ how: 'refused', code: 403 });
  const dropping = await tinyServer({ connected: (socket) => socket.terminate() });
  const dropped = await basketOf(worldAt(dropping));
  expect((await dropped.closes())?.how).toBe('lost');
});

it('loses a fence when what has to be heard is not heard, and keeps its grade when it is', async () => {
  const { world, socket } = await hearing(wool);
  await fence('strong', socket, () => socket.hears('wool'));
  expect(world.fences).toEqual(['strong']);
  await expect(fence('strong', socket, () => socket.hears('needle'))).rejects.toThrow(Unmet);
  expect(world.fences).toEqual(['strong']);
});

it('judges what was not to be heard, and what was to be heard once', async () => {
  const { socket } = await hearing(wool, needle, needle);
  await socket.until(() => socket.heard[2]);
  const named = (name: string) => ({ name, what: 'a frame' });
  expect(heardOnce(socket, named('wool')).value).toEqual(wool);
  expect(() => heardOnce(socket, named('needle'))).toThrow('alice heard a frame twice');
  expect(() => heardOnce(socket, named('rows'))).toThrow('alice heard a frame not at all');
  expect(() => heardNothing(socket, named('wool'))).toThrow('alice heard a frame once');
  heardNothing(socket, named('rows'));
  heardNothing(socket, { name: 'wool', since: 1, what: 'a frame' });
  heardNothing(socket, { name: 'wool', pattern: { colour: 'blue' }, what: 'a frame' });
  expect(() => heardNothing(socket, { what: 'anything' })).toThrow('alice heard anything 3 times');
});

it('takes a close for a refusal, and an open socket for none', async () => {
  const closing = await basketOf(worldAt(await tinyServer({ connected: (socket) => socket.close(4003) })));
  expect((await expectRefused(closing, 'alice')).code).toBe(4003);
  const open = await basketOf(worldAt(await tinyServer({})));
  await expect(expectRefused(open, 'alice')).rejects.toThrow('the socket of alice stays open');
});

it.each([
  ['refused', 401, true],
  ['refused', 500, false],
  ['closed', 1000, true],
  ['closed', 1011, false],
  ['lost', 1006, false],
] as const)('finds a socket that was %s with %i refused on purpose: %s', (how, code, clean) => {
  const entry = { t: 0, who: 'alice', kind: 'closed', where: 'basket', what: '' } as const;
  const judge = () => expectClean({ how, code, entry: { ...entry } }, 'alice');
  if (clean) judge();
  else expect(judge).toThrow(Failure);
});

it('takes a token that worked and is refused now for an expired one, only where its person belongs', async () => {
  let status = 200;
  const server = await tinyServer({
    answer: (_request, response) => response.writeHead(status).end('{"id":1}'),
  });
  const world = worldAt(server);
  const ask = () => world.call('cast', { who: 'alice', token: 'token-of-alice', body: { text: 'a' } });
  status = 401;
  expect((await ask()).status).toBe(401);
  status = 200;
  expect((await ask()).status).toBe(200);
  status = 401;
  await expect(ask()).rejects.toBeInstanceOf(TokenExpired);
  expect((await world.call('cast', { who: 'alice', token: 'garbage', body: {} })).status).toBe(401);
});

it('cuts a message into fragments that arrive as one', async () => {
  const came: string[] = [];
  const server = await tinyServer({
    connected: (socket) =>
      socket.on('message', (data) => {
        came.push(data.toString());
        socket.send(JSON.stringify(needle));
      }),
  });
  const socket = await basketOf(worldAt(server));
  socket.fragments = 9;
  socket.send({ text: 'knit one, purl two 🧶' });
  await socket.hears('needle');
  expect(came).toEqual(['{"text":"knit one, purl two 🧶"}']);
});

it('ends one direction of a connection and no message', async () => {
  const ended = new Promise<number>((resolve) => {
    void tinyServer({ connected: (socket) => socket.on('close', resolve) }).then(async (server) => {
      (await basketOf(worldAt(server))).halfClose();
    });
  });
  expect(await ended).toBe(1006);
});
