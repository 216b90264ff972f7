// The example conversations of the document, played with nothing but ws and fetch.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mint } from '../../control/mint.ts';
import { addNewcomer } from '../../control/newcomer.ts';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import * as client from './testing.ts';
import {
  bothIn,
  connect,
  enter,
  get,
  messages,
  shown,
  text,
  threePeople,
  unread,
  upload,
} from './testing.ts';

const ID = expect.any(Number);
const INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);

let development: RunningServer;
let production: RunningServer;
beforeAll(async () => {
  development = await serveAsDocumented('rooms');
  production = await serveAsDocumented('rooms', { mediaExpiresAfter: 60 });
});
afterAll(async () => {
  await development.close();
  await production.close();
});

it('tells who is in the room, who comes and who leaves', async () => {
  const { alice, bob } = await threePeople(development);
  const atAlice = await connect(development, alice, `${bob.username}/`);
  expect(await atAlice.next()).toEqual({ type: 'online_user_list', users: [alice.username] });
  const atBob = await connect(development, bob, `${alice.username}/`);
  const both = [alice.username, bob.username];
  expect(await atBob.next()).toEqual({ type: 'online_user_list', users: both });
  expect(await atAlice.next()).toEqual({ type: 'user_join', user: bob.username });
  atBob.socket.close();
  expect(await atAlice.next()).toEqual({ type: 'user_leave', user: bob.username });
  await enter(development, bob, alice);
  expect(await atAlice.next()).toEqual({ type: 'user_join', user: bob.username });
});

it('brings a message to both people in the room, and to both lists', async () => {
  const server = development;
  const { alice, bob, carol } = await threePeople(server);
  const { atAlice, atBob } = await bothIn(server, alice, bob);
  atAlice.says(text(bob, 'Hello, world!'));
  const frame = {
    type: 'chat_message',
    message: 'Hello, world!',
    multimedia_url: null,
    date_added: INSTANT,
    from_user: { username: alice.username },
    room: bob.username,
  };
  const heard = await atBob.next();
  expect(heard).toEqual(frame);
  expect(await atAlice.next()).toEqual(heard);

  const { date_added } = heard as { date_added: string };
  const [from_user, to_user] = [shown(server, alice), shown(server, bob)];
  const stored = { id: ID, from_user, to_user, date_added, content: 'Hello, world!' };
  const history = await get(server, `rooms/${bob.username}/messages`, alice.token);
  expect(history).toEqual({ status: 200, body: { messages: [stored] } });
  expect(await messages(server, bob, alice)).toEqual(history.body.messages);
  expect(await messages(server, carol, alice)).toEqual([]);

  const name = `${alice.username}-${bob.username}`;
  const last_message = { ...history.body.messages[0], multimedia_url: null };
  const listed = { id: ID, name, last_message };
  const list = await get(server, 'conversations', alice.token);
  expect(list).toEqual({ status: 200, body: [{ ...listed, other_user: to_user }] });
  expect(await client.conversations(server, bob)).toEqual([{ ...list.body[0], other_user: from_user }]);
  expect(await client.conversations(server, carol)).toEqual([]);
});

it('counts what is unread until it is read, and announces what is new', async () => {
  const server = development;
  const { alice, bob, carol } = await threePeople(server);
  const [fromAlice, fromCarol] = [await enter(server, alice, bob), await enter(server, carol, bob)];
  const [withAlice, withCarol, withAll] = [
    await connect(server, bob, `notifications/${alice.username}/`),
    await connect(server, bob, `notifications/${carol.username}/`),
    await connect(server, bob, 'notifications/'),
  ];
  const ofOne = (unread_count: number) => ({ type: 'single_conversation_unread_count', unread_count });
  const ofAll = (unread_count: number) => ({ type: 'unread_count', unread_count });
  const newOne = { type: 'single_conversation_new_message_notification' };
  const newOfAll = { type: 'new_message_notification' };
  expect([await withAlice.next(), await withCarol.next(), await withAll.next()]).toEqual([
    ofOne(0),
    ofOne(0),
    ofAll(0),
  ]);
  fromAlice.says(text(bob, 'one'));
  fromAlice.says(text(bob, 'two'));
  await fromAlice.hears(2);
  fromCarol.says(text(bob, 'three'));
  expect(await withAlice.hears(2)).toEqual([newOne, newOne]);
  expect(await withCarol.next()).toEqual(newOne);
  expect(await withAll.hears(3)).toEqual([newOfAll, newOfAll, newOfAll]);
  expect(await unread(server, bob, alice)).toEqual([2, 3]);
  expect(await unread(server, bob, carol)).toEqual([1, 3]);
  expect(await unread(server, alice, bob)).toEqual([0, 0]);

  const atBob = await enter(server, bob, alice);
  expect(await unread(server, bob, alice)).toEqual([2, 3]);
  atBob.says({ type: 'read_messages' });
  expect([await withAlice.next(), await withAll.next()]).toEqual([ofOne(0), ofAll(1)]);
  expect(await unread(server, bob, carol)).toEqual([1, 1]);
  fromAlice.says(text(bob, 'four'));
  expect([await withAlice.next(), await withAll.next()]).toEqual([newOne, newOfAll]);
  expect(await unread(server, bob, alice)).toEqual([1, 2]);
});

it('keeps an upload by its name in development mode', async () => {
  const server = development;
  const { alice, bob } = await threePeople(server);
  const { atAlice, atBob } = await bothIn(server, alice, bob);
  const file = await upload(server, 'packing_list.pdf', 'the bytes');
  expect(file).toEqual({
    file_location: 'packing_list.pdf',
    expiration_time: null,
    file_identifier: 'packing_list.pdf',
  });
  atAlice.says(text(bob, 'my papers', file));
  expect(await atBob.next()).toMatchObject({ message: 'my papers', multimedia_url: file.file_location });
  const [stored] = await messages(server, bob, alice);
  expect(stored).toMatchObject({ content: 'my papers', multimedia_url: file.file_location });
  expect(await client.conversations(server, bob)).toMatchObject([
    { last_message: { multimedia_url: file.file_location } },
  ]);
  const check = await get(server, `rooms/check-url/?message_id=${stored.id}`);
  expect(check).toEqual({ status: 200, body: { refresh_url: false } });
  expect(await (await fetch(`${server.http}/media/${file.file_location}`)).text()).toBe('the bytes');
});

it('keeps an upload behind a URL that expires and can be refreshed in production mode', async () => {
  const server = production;
  const { alice, bob } = await threePeople(server);
  const { atAlice, atBob } = await bothIn(server, alice, bob);
  const file = await upload(server, 'packing_list.pdf', 'the bytes');
  expect(file).toEqual({
    file_location: expect.stringMatching(/^http:.*\/packing_list\.pdf\?expires=\d+&signature=\w+$/),
    expiration_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/),
    file_identifier: 'packing_list.pdf',
  });
  const content = async (url: string) => await (await fetch(url)).text();
  expect(await content(file.file_location)).toBe('the bytes');
  atAlice.says(text(bob, 'my papers', file));
  expect(await atBob.next()).toMatchObject({ multimedia_url: file.file_location });
  const [{ id }] = await messages(server, bob, alice);
  const check = async () => (await get(server, `rooms/check-url/?message_id=${id}`)).body;
  expect(await check()).toEqual({ refresh_url: false });

  server.chat.clock.forward(61_000);
  expect((await fetch(file.file_location)).status).toBe(403);
  expect(await check()).toEqual({ refresh_url: true });
  const { status, body } = await get(server, `rooms/refresh-url/?message_id=${id}`);
  expect({ status, body }).toEqual({ status: 200, body: { file_location: expect.any(String) } });
  expect(await content(body.file_location)).toBe('the bytes');
  expect(await check()).toEqual({ refresh_url: false });
  expect(await messages(server, alice, bob)).toMatchObject([{ multimedia_url: body.file_location }]);
});

it('lets nobody in without a valid token', async () => {
  const { alice, bob } = await threePeople(development);
  const altered = `${alice.token.slice(0, -4)}AAAA`;
  const unsigned = await mint(development.chat, addNewcomer(development.chat), 'alg-none');
  for (const token of [alice.expired_token, altered, unsigned, 'garbage', '']) {
    for (const path of [`${bob.username}/`, 'notifications/', `notifications/${bob.username}/`]) {
      await expect(connect(development, { ...alice, token }, path)).rejects.toThrow('401');
    }
    for (const path of ['conversations', `rooms/${bob.username}/messages`]) {
      expect((await get(development, path, `Bearer ${token}`)).status).toBe(401);
      expect((await get(development, path, token)).status).toBe(401);
      expect((await get(development, path)).status).toBe(401);
    }
  }
});
