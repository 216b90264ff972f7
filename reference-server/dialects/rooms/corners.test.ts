import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type RunningServer, serve } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import * as client from './testing.ts';
import { bothIn, connect, enter, get, messages, text, threePeople, unread, upload } from './testing.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('rooms');
});
afterAll(() => server.close());

it('counts a person with two sockets once, from the first to the last, also when they are lost', async () => {
  const { alice, bob } = await threePeople(server);
  const { atAlice, atBob } = await bothIn(server, alice, bob);
  const second = await connect(server, bob, `${alice.username}/`);
  expect(await second.next()).toEqual({ type: 'online_user_list', users: [alice.username, bob.username] });
  atAlice.says(text(bob, 'to both'));
  expect(await atAlice.next()).toMatchObject({ message: 'to both' });
  expect([await atBob.next(), await second.next()]).toMatchObject([
    { message: 'to both' },
    { message: 'to both' },
  ]);
  atBob.socket.terminate();
  await atBob.closed;
  second.says(text(alice, 'still here'));
  expect(await atAlice.next()).toMatchObject({ message: 'still here' });
  second.socket.terminate();
  expect(await atAlice.next()).toEqual({ type: 'user_leave', user: bob.username });
  const again = await connect(server, alice, `${bob.username}/`);
  expect(await again.next()).toEqual({ type: 'online_user_list', users: [alice.username] });
});

it('keeps everything of a room in the room', async () => {
  const { alice, bob, carol } = await threePeople(server);
  const elsewhere = await enter(server, bob, carol);
  const newsOfCarol = await connect(server, bob, `notifications/${carol.username}/`);
  const newsOfSender = await connect(server, alice, 'notifications/');
  const newsOfStranger = await connect(server, carol, 'notifications/');
  for (const news of [newsOfCarol, newsOfSender, newsOfStranger]) await news.next();
  const { atAlice, atBob } = await bothIn(server, alice, bob);
  atAlice.says({ ...text(bob, 'for bob'), from_user: { username: carol.username } });
  expect(await atBob.next()).toMatchObject({ from_user: { username: alice.username } });
  atAlice.socket.close();
  expect(await atBob.next()).toMatchObject({ type: 'user_leave' });
  const atCarol = await enter(server, carol, bob);
  expect(await elsewhere.next()).toEqual({ type: 'user_join', user: carol.username });
  atCarol.says(text(bob, 'fence'));
  expect(await elsewhere.next()).toMatchObject({ message: 'fence' });
  elsewhere.says(text(carol, 'fence'));
  atBob.says(text(alice, 'fence'));
  expect(await newsOfCarol.next()).toEqual({ type: 'single_conversation_new_message_notification' });
  expect(await newsOfStranger.next()).toEqual({ type: 'new_message_notification' });
  expect(await newsOfSender.next()).toEqual({ type: 'new_message_notification' });
  expect(await unread(server, carol, bob)).toEqual([1, 1]);
  expect(await unread(server, alice, bob)).toEqual([1, 1]);
  expect(await unread(server, bob, carol)).toEqual([1, 2]);
});

it('complains about a frame of no use, to its sender alone, and goes on', async () => {
  const { alice, bob, carol } = await threePeople(server);
  const { atAlice, atBob } = await bothIn(server, alice, bob);
  const news = await connect(server, alice, 'notifications/');
  await news.next();
  const odd = [
    'null',
    '[]',
    '"text"',
    '{"type":',
    '{}',
    '{"type":"dance"}',
    '{"type":{}}',
    Buffer.from([0, 255]),
    JSON.stringify(text(bob, '')),
    JSON.stringify(text(bob, 'with \0')),
    JSON.stringify(text(bob, 'm'.repeat(1_000_000))),
    JSON.stringify(text(carol, 'to another room')),
    JSON.stringify(text({ ...bob, username: 'nobody' }, 'to nobody')),
    JSON.stringify(text(alice, 'to myself')),
    JSON.stringify({ ...text(bob, 'half a file'), multimedia_url: 'x.png' }),
    JSON.stringify({ type: 'chat_message', message: 7, room: null }),
  ];
  for (const frame of odd) {
    atAlice.socket.send(frame);
    expect(await atAlice.next()).toEqual({ type: 'error', message: expect.any(String) });
    news.socket.send(frame);
    expect(await news.next()).toEqual({ type: 'error', message: expect.any(String) });
  }
  atAlice.says(text(bob, 'fence'));
  expect(await atBob.next()).toMatchObject({ message: 'fence' });
  atBob.says(text(alice, 'fence'));
  expect(await news.next()).toEqual({ type: 'new_message_notification' });
  expect(await messages(server, bob, alice)).toHaveLength(2);
  expect(await client.conversations(server, carol)).toEqual([]);
});

it('opens no room with nobody or with oneself', async () => {
  const { alice, bob } = await threePeople(server);
  const odd = [
    'nobody',
    alice.username,
    bob.username.toUpperCase(),
    `${bob.username}%00`,
    '%00',
    '..%2f',
    "'%20or%201=1",
  ];
  for (const name of [...odd, 'x'.repeat(3000)]) {
    await expect(connect(server, alice, `${name}/`)).rejects.toThrow('404');
    await expect(connect(server, alice, `notifications/${name}/`)).rejects.toThrow('404');
    expect((await get(server, `rooms/${name}/messages`, alice.token)).status).toBe(404);
  }
  expect((await get(server, `rooms/%ff/messages`, alice.token)).status).toBe(400);
  expect(await messages(server, alice, bob)).toEqual([]);
  expect(await client.conversations(server, alice)).toEqual([]);
  expect(await unread(server, alice, bob)).toEqual([0, 0]);
});

it('shows a provisioned room in which nothing was said', async () => {
  const { people } = await server.provision({ people: 2, rooms: [['p1', 'p2']] });
  const [alice, bob] = people;
  if (!alice || !bob) throw new Error('Provisioning gave too few people.');
  expect(await client.conversations(server, alice)).toMatchObject([
    { other_user: { username: bob.username }, last_message: null },
  ]);
});

it('gives texts back as they came, however many there are', async () => {
  const { alice, bob } = await threePeople(server);
  const { atAlice, atBob } = await bothIn(server, alice, bob);
  const odd = [
    '  spaces\t\r\n ',
    '"\\ <script>&amp;',
    'e\u0301 שלום 👩‍👩‍👧 𝒳 \u0001\u200b',
    '😀'.repeat(10_000),
  ];
  const texts = [...odd, ...Array.from({ length: 110 }, (_, number) => `number ${number}`)];
  for (const one of texts) atAlice.says(text(bob, one));
  const heard = (await atBob.hears(texts.length)) as { message: string; date_added: string }[];
  expect(heard.map(({ message }) => message)).toEqual(texts);
  const stored = (await messages(server, bob, alice)) as { content: string; date_added: string }[];
  expect(stored.map(({ content, date_added }) => ({ message: content, date_added }))).toEqual(
    heard.map(({ message, date_added }) => ({ message, date_added })),
  );
});

it('gives each upload a name of its own, and climbs out of no folder', async () => {
  const one = await upload(server, 'holiday 😀.png', 'one');
  const other = await upload(server, 'holiday 😀.png', 'other');
  expect(one.file_identifier).toBe('holiday 😀.png');
  expect(other.file_identifier).toMatch(/^holiday 😀_[0-9a-f]{12}\.png$/);
  const bytesOf = async (name: string) =>
    await (await fetch(`${server.http}/media/${encodeURIComponent(name)}`)).text();
  expect([await bytesOf(one.file_location), await bytesOf(other.file_location)]).toEqual(['one', 'other']);
  expect((await upload(server, '../../etc/passwd', 'x')).file_location).toBe('passwd');
  expect((await upload(server, '.hidden', 'x')).file_location).toBe('.hidden');
});

it('answers a bad upload or message id with 4xx', async () => {
  const { alice, bob } = await threePeople(server);
  const { atAlice, atBob } = await bothIn(server, alice, bob);
  const form = (...parts: [string, string | Blob][]) => {
    const data = new FormData();
    for (const [name, value] of parts) data.append(name, value);
    return data;
  };
  const file = new Blob(['x']);
  const bodies = [
    form(),
    form(['myFile', 'text']),
    form(['other', file]),
    form(['myFile', file], ['myFile', file]),
  ];
  for (const body of [...bodies, 'no form', '']) {
    const { status } = await fetch(`${server.http}/api/rooms/upload`, { method: 'POST', body });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
  atAlice.says(text(bob, 'without a file'));
  await atBob.next();
  const [{ id }] = await messages(server, bob, alice);
  expect((await get(server, `rooms/check-url/?message_id=${id}`)).body).toEqual({ refresh_url: false });
  expect((await get(server, `rooms/refresh-url/?message_id=${id}`)).status).toBe(404);
  for (const query of ['', '?message_id=', '?message_id=x', '?message_id=-1', '?message_id=1&message_id=2']) {
    expect((await get(server, `rooms/check-url/${query}`)).status).toBe(400);
    expect((await get(server, `rooms/refresh-url/${query}`)).status).toBe(400);
  }
  for (const unknown of ['0', '999999', '999999999999999']) {
    expect((await get(server, `rooms/check-url/?message_id=${unknown}`)).status).toBe(404);
    expect((await get(server, `rooms/refresh-url/?message_id=${unknown}`)).status).toBe(404);
  }
});

it('refreshes no URL for somebody who knows no more than the name of a file', async () => {
  const production = await serveAsDocumented('rooms', { mediaExpiresAfter: 60 });
  onTestFinished(() => production.close());
  const { alice, bob } = await threePeople(production);
  const { atAlice, atBob } = await bothIn(production, alice, bob);
  const file = await upload(production, 'secret.txt', 'secret');
  const altered = file.file_location.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  for (const file_location of ['secret.txt', altered, `${production.http}/media/secret.txt`]) {
    atAlice.says(text(bob, 'mine?', { ...file, file_location }));
    await atBob.next();
  }
  for (const { id } of await messages(production, alice, bob)) {
    expect((await get(production, `rooms/refresh-url/?message_id=${id}`)).status).toBe(404);
  }
});

it('hears of a message that a fault keeps from the store, and finds nothing unread of it', async () => {
  const faulty = await serve('rooms');
  onTestFinished(() => faulty.close());
  const { alice, bob } = await threePeople(faulty);
  const { atAlice, atBob } = await bothIn(faulty, alice, bob);
  await faulty.faults.on({
    name: 'made-up',
    dialects: 'all',
    says: 'Made up.',
    storeWrite: (change) => (change.kind === 'add message' ? null : undefined),
  });
  atAlice.says(text(bob, 'gone'));
  expect(await atBob.next()).toMatchObject({ message: 'gone' });
  expect(await messages(faulty, bob, alice)).toEqual([]);
  expect(await unread(faulty, bob, alice)).toEqual([0, 0]);
});

it('knows messages, unread counts and files again after a restart on the same data file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const options = { data: join(folder, 'chat.db'), mediaExpiresAfter: 60 };
  const before = await serveAsDocumented('rooms', options);
  const { alice, bob } = await threePeople(before);
  const { atAlice, atBob } = await bothIn(before, alice, bob);
  const file = await upload(before, 'kept.txt', 'kept');
  atAlice.says(text(bob, 'kept', file));
  await atBob.next();
  const stored = (await messages(before, bob, alice)).map(({ id }: { id: number }) => id);
  await before.close();

  const after = await serveAsDocumented('rooms', options);
  onTestFinished(() => after.close());
  expect((await messages(after, bob, alice)).map(({ id }: { id: number }) => id)).toEqual(stored);
  expect(await unread(after, bob, alice)).toEqual([1, 1]);
  const again = await connect(after, bob, `${alice.username}/`);
  expect(await again.next()).toEqual({ type: 'online_user_list', users: [bob.username] });
  const { body } = await get(after, `rooms/refresh-url/?message_id=${stored[0]}`);
  expect(await (await fetch(body.file_location)).text()).toBe('kept');
  const { pathname, search } = new URL(file.file_location);
  expect(await (await fetch(after.http + pathname + search)).text()).toBe('kept');
});
