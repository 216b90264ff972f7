import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../server.ts';
import { chatter } from '../../testing/chatter.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import { call, connect, fileOf, history, idOf, inRoom, send, threePeople } from './testing.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('actions');
});
afterAll(() => server.close());

const EDIT = { action: 'edit', text: 'changed' };

it('reaches every socket in the room once, tells only the sender how far it got, and leaves other rooms alone', async () => {
  const { alice, bob, carol, room, withCarol } = await threePeople(server);
  const here = [await inRoom(server, alice, room), await inRoom(server, alice, room)] as const;
  const atBob = [await inRoom(server, bob, room), await inRoom(server, bob, room)] as const;
  const inOther = [await inRoom(server, alice, withCarol), await inRoom(server, carol, withCarol)] as const;
  const tags = ['chat_message', 'mark_message_as_delivered', 'mark_message_as_read'];
  for (const text of ['one', 'two']) {
    here[0].says(send(text));
    for (const one of here) expect(await one.hears(3)).toMatchObject(tags.map((type) => ({ type })));
    for (const one of atBob) expect(await one.next()).toMatchObject({ message: { text } });
  }
  inOther[1].says(send('fence'));
  for (const one of inOther) expect(await one.next()).toMatchObject({ message: { text: 'fence' } });
});

it('reads while one of two sockets remains, and not after the last was lost or when only the sender is there', async () => {
  const { alice, bob, room } = await threePeople(server);
  const [atAlice, again] = [await inRoom(server, alice, room), await inRoom(server, alice, room)];
  const [one, other] = [await inRoom(server, bob, room), await inRoom(server, bob, room)];
  one.socket.terminate();
  atAlice.says(send('one remains'));
  expect(await atAlice.hears(3)).toMatchObject([{}, {}, { type: 'mark_message_as_read' }]);
  other.socket.terminate();
  await expect.poll(() => server.chat.hub.present(`room ${room}`)).toEqual([alice.id]);
  atAlice.says(send('nobody remains'));
  atAlice.says(send('fence'));
  const expected = ['chat_message', 'mark_message_as_delivered', 'chat_message', 'mark_message_as_delivered'];
  expect(await atAlice.hears(4)).toMatchObject(expected.map((type) => ({ type })));
  await again.hears(7);
  const stored = await history(server, alice, room);
  expect(stored).toMatchObject([{ status: 'read' }, { status: 'delivered' }, { status: 'delivered' }]);
});

it('lets nobody but its author, and only in its room, edit or delete a message', async () => {
  const { alice, bob, carol, room, withCarol } = await threePeople(server);
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  const [inOther, atCarol] = [await inRoom(server, alice, withCarol), await inRoom(server, carol, withCarol)];
  atAlice.says(send('mine'));
  const message_id = idOf(await atBob.next());
  await atAlice.hears(3);
  for (const somebody of [atBob, inOther, atCarol]) {
    for (const frame of [EDIT, { action: 'delete' }]) {
      somebody.says({ ...frame, message_id });
      expect(await somebody.next()).toEqual({ type: 'error', message: expect.any(String) });
    }
  }
  atAlice.says(send('fence'));
  expect(await atBob.next()).toMatchObject({ message: { text: 'fence' } });
  expect(await history(server, bob, room)).toMatchObject([{ text: 'mine' }, { text: 'fence' }]);
});

it('changes nothing but text and time by an edit, and deletes by an id as text, once', async () => {
  const { alice, room } = await threePeople(server);
  const atAlice = await inRoom(server, alice, room);
  atAlice.says(send('first', fileOf('a.png', Buffer.from('a'))));
  atAlice.says(send('second'));
  const message_id = idOf((await atAlice.hears(4))[0]);
  const [first, second] = await history(server, alice, room);
  atAlice.says({ ...EDIT, message_id });
  await atAlice.next();
  const [edited, ...rest] = await history(server, alice, room);
  expect(rest).toEqual([second]);
  expect(edited).toEqual({ ...Object(first), text: 'changed', updated_at: expect.any(String) });
  expect(Date.parse(Object(edited).updated_at)).toBeGreaterThan(Date.parse(Object(first).updated_at));
  for (const type of ['message_deleted', 'error']) {
    atAlice.says({ action: 'delete', message_id: String(message_id) });
    expect(await atAlice.next()).toMatchObject({ type });
  }
  atAlice.says({ ...EDIT, message_id });
  expect(await atAlice.next()).toMatchObject({ type: 'error' });
  expect(await history(server, alice, room)).toEqual([second]);
});

it('takes author and room from the token and the address, whatever a frame claims', async () => {
  const { alice, carol, room, withCarol } = await threePeople(server);
  const [atAlice, atCarol] = [await inRoom(server, alice, room), await inRoom(server, carol, withCarol)];
  atAlice.says({ ...send('claims'), sender_id: carol.id, room_id: withCarol });
  expect(await atAlice.next()).toMatchObject({ message: { sender_id: alice.id } });
  const inOther = await inRoom(server, alice, withCarol);
  inOther.says(send('fence'));
  expect(await atCarol.next()).toMatchObject({ message: { text: 'fence' } });
});

it('takes a token only as the second subprotocol on sockets, and only as bearer over HTTP', async () => {
  const { alice, room } = await threePeople(server);
  const url = `${server.ws}/ws/chat/?room_id=${room}`;
  const headers = { authorization: `Bearer ${alice.token}` };
  for (const protocols of [[], ['Bearer'], [alice.token], [alice.token, 'Bearer']]) {
    await expect(chatter(`${url}&token=${alice.token}`, { headers }, protocols)).rejects.toThrow('401');
  }
  for (const token of ['', 'garbage', alice.expired_token, `${alice.token.slice(0, -4)}AAAA`]) {
    expect((await call(server, token, 'GET', `recieve/?first_user=${alice.id}`)).status).toBe(401);
    expect((await call(server, token, 'DELETE', `delete/${room}`)).status).toBe(401);
  }
  expect(await history(server, alice, room)).toEqual([]);
});

it('complains about a frame of no use, to its sender alone, and goes on', async () => {
  const { alice, bob, room } = await threePeople(server);
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  const file = fileOf('a.png', Buffer.from('abc'));
  const odd = [
    ...['null', '7', '[]', '"text"', '{"action":', '{}', Buffer.from([0, 255])],
    ...[{ action: 'dance' }, { action: {} }, { action: 'send' }, send(''), send('with \0')],
    ...[send('m'.repeat(1_000_000)), { action: 'send', message: ['a'] }, send('', null)],
    ...[send('x', {}), send('x', { ...file, size: 4 }), send('x', { ...file, data: 'abc' })],
    ...[send('x', { ...file, name: '../../x' }), send('x', { ...file, data: 'data:image/png;base64,A' })],
    ...[send('x', { ...file, size: 0, data: 'data:image/png;base64,' }), send('x', { ...file, type: 'a/b' })],
    ...[0, -1, 1.5, 1e9, 1e300, '1', null, {}].map((message_id) => ({ ...EDIT, message_id })),
    ...[0, -1, '01', '1e3', '999999999999999', 1e300, [1]].map((id) => ({
      action: 'delete',
      message_id: id,
    })),
  ];
  for (const frame of odd) {
    atAlice.socket.send(typeof frame === 'object' && !Buffer.isBuffer(frame) ? JSON.stringify(frame) : frame);
    expect(await atAlice.next(), JSON.stringify(frame).slice(0, 200)).toEqual({
      type: 'error',
      message: expect.any(String),
    });
  }
  atAlice.says(send('fence'));
  expect(await atBob.next()).toMatchObject({ message: { text: 'fence' } });
  expect(await history(server, bob, room)).toMatchObject([{ text: 'fence' }]);
});

it('gives texts back as they came, sent and edited', async () => {
  const { alice, room } = await threePeople(server);
  const atAlice = await inRoom(server, alice, room);
  atAlice.says(send('to be edited'));
  const message_id = idOf((await atAlice.hears(2))[0]);
  for (const text of [' 👩‍👩‍👧 \u0001e\u0301 \u202eabc\t\r\n ', '<script>"\'\\&amp;', '𝄞'.repeat(10_000)]) {
    atAlice.says(send(text));
    expect((await atAlice.hears(2))[0]).toMatchObject({ message: { text } });
    atAlice.says({ action: 'edit', message_id, text });
    expect(await atAlice.next()).toMatchObject({ text });
    const stored = await history(server, alice, room);
    expect([stored[0], stored.at(-1)]).toMatchObject([{ text }, { text }]);
  }
});

it.each(['.env', 'a..b.', '-'])('keeps the name %j of a file', async (name) => {
  const { alice, room } = await threePeople(server);
  const atAlice = await inRoom(server, alice, room);
  atAlice.says(send(name, fileOf(name, Buffer.from(name))));
  await atAlice.hears(2);
  const [message] = await history(server, alice, room);
  const [{ file_name, file_url }] = Object(message).attachments;
  expect(file_name).toBe(name);
  expect(await (await fetch(file_url)).text()).toBe(name);
});

it('keeps two files of one name apart', async () => {
  const { alice, room } = await threePeople(server);
  const atAlice = await inRoom(server, alice, room);
  for (const bytes of ['one', 'two']) atAlice.says(send(bytes, fileOf('same.tar.gz', Buffer.from(bytes))));
  await atAlice.hears(4);
  for (const message of await history(server, alice, room)) {
    const { text, attachments } = Object(message);
    expect(attachments[0].file_url).toMatch(/same\.tar\.gz$/);
    expect(attachments[0].file_name).toBe('same.tar.gz');
    expect(await (await fetch(attachments[0].file_url)).text()).toBe(text);
  }
});

it('pages the list of rooms, to the person alone', async () => {
  const rooms = ['p2', 'p3', 'p4', 'p5', 'p6'].map((other) => ['p1', other]);
  const [alice, bob] = (await server.provision({ people: 6, rooms })).people;
  if (!alice || !bob) throw new Error('Provisioning gave too few people.');
  const own = `recieve/?first_user=${alice.id}`;
  const { body: first } = await call(server, alice, 'GET', own);
  expect(first).toMatchObject({ count: 5, previous: null, results: Array(4).fill({ last_message: null }) });
  const { body: second } = await call(server, alice, 'GET', first.next);
  expect(second).toMatchObject({ count: 5, next: null, results: [{ last_message: null }] });
  expect((await call(server, alice, 'GET', second.previous)).body).toEqual(first);
  for (const page of ['0', '3', 'last', '1.5', '-1', '']) {
    expect((await call(server, alice, 'GET', `${own}&page=${page}`)).status).toBe(404);
  }
  expect((await call(server, bob, 'GET', own)).status).toBe(403);
  for (const odd of ['', '?first_user=', '?first_user=bob', '?first_user=1&first_user=2']) {
    expect((await call(server, alice, 'GET', `recieve/${odd}`)).status).toBe(400);
  }
});

it('lets only its members delete a room', async () => {
  const { alice, carol, room } = await threePeople(server);
  expect((await call(server, carol, 'DELETE', `delete/${room}`)).status).toBe(403);
  for (const none of ['999999', 'abc', '-1', '%00', '9'.repeat(30)]) {
    expect((await call(server, alice, 'DELETE', `delete/${none}`)).status).toBe(404);
  }
  const atAlice = await inRoom(server, alice, room);
  atAlice.says(send('still here'));
  expect(await atAlice.next()).toMatchObject({ type: 'chat_message' });
});

it('sends an empty history when a stored field cannot be read', async () => {
  const { alice, room } = await threePeople(server);
  const atAlice = await inRoom(server, alice, room);
  atAlice.says(send('broken'));
  await atAlice.hears(2);
  server.chat.store.database.run('update messages set createdAt = ? where conversation = ?', 9e18, room);
  expect(await history(server, alice, room)).toEqual([]);
});

it('remembers everything after a restart on the same file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'actions-'));
  const data = join(folder, 'chat.db');
  const before = await serveAsDocumented('actions', { data });
  const { alice, room } = await threePeople(before);
  const atAlice = await inRoom(before, alice, room);
  for (const text of ['kept', 'edited', 'deleted'])
    atAlice.says(send(text, fileOf('a.png', Buffer.from(text))));
  const [, , edited, , deleted] = await atAlice.hears(6);
  atAlice.says({ ...EDIT, message_id: idOf(edited) });
  atAlice.says({ action: 'delete', message_id: idOf(deleted) });
  await atAlice.hears(2);
  const stored = JSON.stringify(await history(before, alice, room));
  await before.close();

  const after = await serveAsDocumented('actions', { data });
  const messages = await history(after, alice, room);
  expect(messages).toEqual(JSON.parse(stored.replaceAll(before.http, after.http)));
  expect(messages).toMatchObject([{ text: 'kept' }, { text: 'changed' }]);
  const { attachments } = Object(messages[0]);
  expect(await (await fetch(attachments[0].file_url)).text()).toBe('kept');
  expect(await (await connect(after, alice, room)).next()).toEqual(messages);
  await after.close();
  rmSync(folder, { recursive: true });
});
