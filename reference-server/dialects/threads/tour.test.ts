// The example conversations of the document, played with nothing but ws and fetch.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import { call, connect, formOf, messages, shown, text, threads, threePeople, upload } from './testing.ts';

const ID = expect.any(Number);
const LONG_INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
const SOCKET_INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('threads');
});
afterAll(() => server.close());

const PICTURE = { name: 'sunset-over-water.jpg', bytes: 'x'.repeat(88_811) };

it('delivers a message to its receiver and finds it in the conversation of the two', async () => {
  const { alice, bob } = await threePeople(server);
  const [atAlice, atBob] = [await connect(server, alice), await connect(server, bob)];
  atAlice.says(text(bob, 'hello there'));
  const heard = await atBob.next();
  expect(heard).toEqual({
    message_body: 'hello there',
    sender_id: alice.id,
    receiver_id: bob.id,
    timestamp: SOCKET_INSTANT,
    created_msg_id: ID,
    action: 're_message',
  });
  const stored = {
    id: (heard as { created_msg_id: number }).created_msg_id,
    sender: shown(alice),
    receiver: shown(bob),
    attached_file_size: '0kb',
    message: 'hello there',
    updated: LONG_INSTANT,
    created: LONG_INSTANT,
    seen: false,
    deleted: false,
    attached_file: null,
    attached_file_name: null,
    thread: ID,
  };
  const conversation = {
    status: 200,
    body: {
      status: 'success',
      entity: { messages: [stored] },
      message: 'Messages retreived successfully',
      success: true,
    },
  };
  expect(await call(server, alice, `/chat/messages/${bob.id}/`)).toEqual(conversation);
  expect(await call(server, bob, `/chat/messages/${alice.id}/`)).toEqual(conversation);
});

it('answers the documented 404 for a recipient whom nobody knows', async () => {
  const { alice } = await threePeople(server);
  const answer = {
    status: 404,
    body: { status: 'failure', entity: null, message: 'Invalid receipient', success: false },
  };
  const odd = [
    '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    'nobody',
    '%00',
    "a'%20or%201=1",
    '..%2f',
    'x'.repeat(3000),
    '',
  ];
  for (const id of odd) expect(await call(server, alice, `/chat/messages/${id}/`)).toEqual(answer);
});

it('lists one thread for two people, whoever writes', async () => {
  const { alice, bob, carol } = await threePeople(server);
  const [atAlice, atBob] = [await connect(server, alice), await connect(server, bob)];
  atBob.says(text(alice, 'first'));
  await atAlice.next();
  atAlice.says(text(bob, 'second'));
  await atBob.next();
  const answer = await call(server, alice, '/chat/get-user-threads/');
  expect(answer).toEqual({
    status: 200,
    body: {
      status: 'success',
      entity: [{ id: ID, user_one: shown(alice), user_two: shown(bob), craeted: LONG_INSTANT }],
      message: null,
      success: true,
    },
  });
  expect(await call(server, bob, '/chat/get-user-threads/')).toEqual(answer);
  expect(await threads(server, carol)).toEqual([]);
  expect(await messages(server, bob, alice)).toMatchObject([
    { message: 'first', thread: answer.body.entity[0].id },
    { message: 'second', thread: answer.body.entity[0].id },
  ]);
  expect(await messages(server, carol, alice)).toEqual([]);
});

it('stores an upload, announces it with its own text, and serves its bytes', async () => {
  const { alice, bob } = await threePeople(server);
  const [atAlice, atBob] = [await connect(server, alice), await connect(server, bob)];
  const form = formOf(bob, 'Hello, this is my message', PICTURE);
  const answer = await call(server, alice, '/chat/chat-attachment/', form);
  const message = {
    id: ID,
    sender: shown(alice),
    receiver: shown(bob),
    attached_file_size: '86.73KB',
    message: 'Hello, this is my message',
    updated: LONG_INSTANT,
    created: LONG_INSTANT,
    seen: false,
    deleted: false,
    attached_file: expect.stringMatching(
      /^\/mediafiles\/attachments\/\d{4}\/\d\d\/\d\d\/[0-9a-f-]{36}\.jpg$/,
    ),
    attached_file_name: PICTURE.name,
    thread: ID,
  };
  expect(answer).toEqual({
    status: 201,
    body: {
      status: 'success',
      entity: { message },
      message: 'File uploaded and chat created successfully',
      success: true,
    },
  });
  const stored = answer.body.entity.message;
  expect(await messages(server, bob, alice)).toEqual([stored]);

  atAlice.says({ action: 'chat_message_file', message_body: 'hello there', chat_id: String(stored.id) });
  expect(await atBob.next()).toEqual({
    message_body: 'Hello, this is my message',
    attached_file_name: PICTURE.name,
    attached_file_size: '86.73KB',
    attached_file_url: stored.attached_file,
    sender_id: alice.id,
    receiver_id: bob.id,
    timestamp: SOCKET_INSTANT,
    created_msg_id: stored.id,
    action: 're_message_file',
  });
  expect(await messages(server, alice, bob)).toEqual([stored]);
  const file = await fetch(server.http + stored.attached_file);
  expect(file.headers.get('content-type')).toBe('image/jpeg');
  expect(await file.text()).toBe(PICTURE.bytes);
});

it('lets nobody but its author announce an upload', async () => {
  const { alice, bob, carol } = await threePeople(server);
  const { id } = await upload(server, alice, formOf(bob, 'mine', PICTURE));
  const atBob = await connect(server, bob);
  for (const somebody of [bob, carol]) {
    const socket = await connect(server, somebody);
    socket.says({ action: 'chat_message_file', message_body: 'yours', chat_id: String(id) });
    expect(await socket.next()).toMatchObject({ action: 'error' });
    socket.says(text(bob, 'fence'));
    expect(await atBob.next()).toMatchObject({ message_body: 'fence' });
  }
});

it('refuses a socket or a request without a valid token', async () => {
  const { alice } = await threePeople(server);
  const altered = `${alice.token.slice(0, -4)}AAAA`;
  for (const token of [alice.expired_token, altered, 'garbage', '']) {
    await expect(connect(server, { ...alice, token })).rejects.toThrow('401');
    for (const path of ['/chat/get-user-threads/', `/chat/messages/${alice.id}/`]) {
      expect(await call(server, token, path)).toMatchObject({ status: 401, body: { status: 'failure' } });
    }
    const answer = await call(server, token, '/chat/chat-attachment/', formOf(alice, 'no', PICTURE));
    expect(answer).toMatchObject({ status: 401, body: { success: false } });
  }
  expect(await messages(server, alice, alice)).toEqual([]);
});
