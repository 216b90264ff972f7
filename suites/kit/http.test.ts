import { expect, it } from 'vitest';
import { targetAt, tinyServer, worldAt } from './testing/world.ts';

const call = { who: 'alice', token: 'token-of-alice', body: { text: 'a' } };

it('sends what the operation wants, with the token, and reads the answer', async () => {
  const seen: unknown[] = [];
  const server = await tinyServer({
    answer: (request, response) => {
      seen.push(request.method, request.url, request.headers.authorization);
      response.setHeader('content-type', 'application/json').end('{"id":3}');
    },
  });
  const world = worldAt(server, { secrets: new Map([['token-of-alice', '‹token›']]) });
  const reply = await world.call('cast', { ...call, query: { at: 1 } });
  expect(seen).toEqual(['POST', '/cast?at=1', 'Bearer token-of-alice']);
  expect(reply).toMatchObject({ status: 200, body: { id: 3 }, problem: undefined });
  expect(world.ledger.breaches).toEqual([]);
});

it('holds the answer against the specs in passing', async () => {
  const server = await tinyServer({
    answer: (_request, response) => response.setHeader('content-type', 'application/json').end('{"id":"3"}'),
  });
  const world = worldAt(server);
  await world.call('cast', call);
  expect(world.ledger.breaches).toMatchObject([
    { requirement: 'knitting.cast.shape', of: 'the answer 200 of cast' },
  ]);
});

it('says that no answer came, and when it waited in vain', async () => {
  const silent = await tinyServer({ answer: () => undefined });
  expect(await worldAt(silent).call('cast', call)).toMatchObject({
    status: 0,
    problem: expect.stringContaining('no complete answer within'),
  });
  const gone = worldAt({ http: 'http://127.0.0.1:9', ws: '' });
  expect((await gone.call('cast', call)).problem).toContain('no answer: ');
});

it('follows no redirect, and gives no token to another host', async () => {
  const seen: unknown[] = [];
  const other = await tinyServer({
    answer: (request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
    },
  });
  const world = worldAt(await tinyServer({}));
  expect((await world.call('cast', { ...call, address: `${other.http}/file` })).status).toBe(302);
  expect(seen).toEqual([undefined]);
});

it('sends a broken body as it is', async () => {
  let body = '';
  const server = await tinyServer({
    answer: (request, response) => {
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => response.end());
    },
  });
  await worldAt(server).call('cast', { ...call, body: '{"text": ' });
  expect(body).toBe('{"text": ');
});

it('asks the address to which the target has moved the operation', async () => {
  let url: string | undefined;
  const server = await tinyServer({
    answer: (request, response) => {
      url = request.url;
      response.end();
    },
  });
  const world = worldAt(server);
  const moved = { ...world, target: { ...targetAt(server), paths: { cast: '/moved' } } };
  const { call: request } = await import('./http.ts');
  await request(moved, { id: 'cast', method: 'POST', path: '/cast' }, call);
  expect(url).toBe('/moved');
});
