import { expect, it, onTestFinished } from 'vitest';
import { loadLiberty } from '../fault-kit/liberties.ts';
import { type RunningServer, serve } from '../server.ts';
import { inRoom, roomOfTwo } from '../testing/chatter.ts';
import { personWith } from '../tokens.ts';

it('makes people, rooms and groups in the shape that the harness asks for', async () => {
  const { ask } = await controlled();
  const request = {
    dialect: 'receipts',
    people: 3,
    rooms: [['p1', 'p2']],
    groups: [{ members: ['p1', 'p2', 'p3'], admins: ['p1'] }],
  };
  const { body } = await ask('POST', '/provision', request);
  expect(body).toMatchObject({
    people: ['p1', 'p2', 'p3'].map((key) => ({
      key,
      token: expect.any(String),
      expired_token: expect.any(String),
    })),
    rooms: [{ id: expect.any(Number), members: ['p1', 'p2'] }],
    groups: [{ key: expect.stringMatching(/^.{10}$/), members: ['p1', 'p2', 'p3'], admins: ['p1'] }],
  });
  expect((await ask('POST', '/provision', { ...request, renew: true })).status).toBe(200);
});

it.each([
  [{ people: 1, rooms: [['p1', 'p2']] }, 'There is no person "p2"'],
  [{ people: 3, rooms: [['p1', 'p2', 'p3']] }, 'A room has two members and not 3'],
  [{ people: 'many' }, 'people must be integer'],
])('refuses %j with a sentence', async (request, says) => {
  const { ask } = await controlled();
  const { status, body } = await ask('POST', '/provision', request);
  expect(status).toBe(400);
  expect(body).toEqual({ error: expect.stringContaining(says) });
});

it.each(['guessed', '', 'ü'.repeat(32)])('does nothing with the secret "%s"', async (secret) => {
  const { server } = await controlled();
  const headers = { 'x-control-secret': secret };
  const answer = await fetch(`${server.http}/_control/reset`, { method: 'POST', headers });
  expect(answer.status).toBe(401);
});

it.each(['valid', 'expired', 'wrong-signature', 'alg-none', 'nobody'])(
  'mints a token that is %s',
  async (kind) => {
    const { server, ask } = await controlled();
    const { alice } = await roomOfTwo(server);
    const { body } = await ask('POST', '/tokens', { id: alice.id, kind });
    const person = await personWith(server.chat, (body as { token: string }).token);
    expect(person?.id).toBe(kind === 'valid' ? alice.id : undefined);
  },
);

it('sets the clock forward, so that tokens expire', async () => {
  const { server, ask } = await controlled();
  const { alice } = await roomOfTwo(server);
  await ask('POST', '/clock', { forward: 13 * 60 * 60 * 1000 });
  expect(await personWith(server.chat, alice.token)).toBeUndefined();
});

it('lists the faults, switches them at run time and counts their hits', async () => {
  const { server, ask } = await controlled();
  const { alice, room } = await roomOfTwo(server);
  const atAlice = await inRoom(server, alice, room);
  expect((await ask('GET', '/faults')).body).toMatchObject({
    on: [],
    all: expect.arrayContaining([expect.objectContaining({ name: 'deliver-twice' })]),
  });
  await ask('PUT', '/faults', { on: [{ name: 'deliver-twice' }] });
  atAlice.says({ message: 'twice' });
  await atAlice.hears(3);
  expect((await ask('GET', '/counters')).body).toMatchObject({
    connections: 1,
    framesIn: 1,
    faults: [{ name: 'deliver-twice', rate: 1, hits: 1 }],
  });
  expect((await ask('PUT', '/faults', { off: 'all' })).body).toEqual({ on: [] });
  expect((await ask('PUT', '/faults', { on: [{ name: 'deliver-twic' }] })).body).toEqual({
    error: expect.stringContaining('Did you mean'),
  });
});

it('leaves liberties as they are when faults are switched off, and when it is reset', async () => {
  const { server, ask } = await controlled();
  await server.faults.on(await loadLiberty('adds-fields'));
  await ask('PUT', '/faults', { on: [{ name: 'deliver-twice' }] });
  expect((await ask('PUT', '/faults', { off: 'all' })).body).toEqual({ on: [] });
  await ask('POST', '/reset');
  const { alice, room } = await roomOfTwo(server);
  const atAlice = await inRoom(server, alice, room);
  atAlice.says({ message: 'with a field more' });
  expect(await atAlice.next()).toMatchObject({ type: 'chat_message', node: expect.any(String) });
});

it('forgets everything on reset, and goes on', async () => {
  const { server, ask } = await controlled();
  const before = await roomOfTwo(server);
  const atAlice = await inRoom(server, before.alice, before.room);
  await ask('POST', '/reset');
  expect(await atAlice.closed).toBe(1001);
  expect(server.chat.conversations.byId(before.room)).toBeUndefined();
  const after = await roomOfTwo(server);
  expect(after.room).toBeGreaterThan(before.room);
  await inRoom(server, after.alice, after.room);
});

async function controlled() {
  const server: RunningServer = await serve('receipts', { control: true });
  onTestFinished(() => server.close());
  const { url = '', secret = '' } = server.control ?? {};
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { 'x-control-secret': secret, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(url + path, { method, headers, body: body ? JSON.stringify(body) : null });
    const parsed: unknown = await answer.json();
    return { status: answer.status, body: parsed };
  };
  return { server, ask };
}
