// The example conversations of the document, played with nothing but ws and fetch.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import { call, connect, fileOf, history, idOf, inRoom, send, threePeople } from './testing.ts';

const ID = expect.any(Number);
const INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const LIST_INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
const HISTORY_INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('actions');
});
afterAll(() => server.close());

it('selects Bearer and sends an empty history in a new room', async () => {
  const { alice, room } = await threePeople(server);
  const atAlice = await connect(server, alice, room);
  expect(atAlice.socket.protocol).toBe('Bearer');
  expect(await atAlice.next()).toEqual([]);
});

it('tells everybody in the room of a message, and its sender that it was delivered and read', async () => {
  const { alice, bob, room } = await threePeople(server);
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  atAlice.says({ action: 'send', message: 'Hello, how are you?' });
  const message = {
    text: 'Hello, how are you?',
    message_id: ID,
    sender_id: alice.id,
    created_at: INSTANT,
    updated_at: INSTANT,
  };
  const announced = { type: 'chat_message', message: { ...message, status: 'send' } };
  const frames = await atAlice.hears(3);
  expect(frames).toEqual([
    announced,
    { type: 'mark_message_as_delivered', message: { ...message, status: 'delivered' } },
    { type: 'mark_message_as_read', message: { ...message, status: 'read' } },
  ]);
  expect(await atBob.next()).toEqual(frames[0]);
});

it('sends the newest 50 messages on connecting, the oldest first', async () => {
  const { alice, bob, room } = await threePeople(server);
  const atAlice = await inRoom(server, alice, room);
  for (let number = 1; number <= 51; number += 1) atAlice.says(send(`message ${number}`));
  await atAlice.hears(102);
  const atBob = await inRoom(server, bob, room);
  const picture = fileOf('harbour_at_dawn.png', Buffer.from([137, 80, 78, 71]));
  atAlice.says(send('message 52', picture));
  await atBob.next();
  await atAlice.hears(3);
  const messages = await history(server, bob, room);
  const item = (number: number) => ({
    text: `message ${number}`,
    message_id: ID,
    sender_id: alice.id,
    status: 'delivered',
    created_at: HISTORY_INSTANT,
    updated_at: HISTORY_INSTANT,
    attachments: [],
  });
  expect(messages).toEqual([
    ...Array.from({ length: 49 }, (_, index) => item(index + 3)),
    {
      ...item(52),
      status: 'read',
      attachments: [
        {
          file_url: expect.stringMatching(
            /^http:\/\/127\.0\.0\.1:\d+\/media\/chat_attachments\/\d{4}\/\d\d\/\d\d\/[0-9a-f-]{36}\/harbour_at_dawn\.png$/,
          ),
          file_name: 'harbour_at_dawn.png',
          content_type: 'image/png',
        },
      ],
    },
  ]);
});

it('announces a file to the room and serves its bytes to anybody', async () => {
  const { alice, bob, room } = await threePeople(server);
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  atBob.says(send('', fileOf('all-bytes.pdf', bytes, 'application/pdf')));
  const attachment = {
    file_url: expect.any(String),
    file_name: 'all-bytes.pdf',
    content_type: 'application/pdf',
  };
  const heard = await atAlice.next();
  expect(heard).toMatchObject({ type: 'chat_message', message: { text: '', attachments: [attachment] } });
  const [stored] = (await history(server, alice, room)) as { attachments: { file_url: string }[] }[];
  expect(heard).toMatchObject({ message: { attachments: stored?.attachments } });
  const answer = await fetch(stored?.attachments[0]?.file_url ?? '');
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
});

it('announces an edit and a deletion to the room, and remembers them', async () => {
  const { alice, bob, room } = await threePeople(server);
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  atAlice.says(send('old message', null));
  const id = idOf(await atBob.next());
  await atAlice.hears(3);
  atAlice.says({ action: 'edit', message_id: id, text: 'new message' });
  const edited = { type: 'message_edited', message_id: id, text: 'new message' };
  expect([await atAlice.next(), await atBob.next()]).toEqual([edited, edited]);
  expect(await history(server, bob, room)).toMatchObject([{ message_id: id, text: 'new message' }]);

  atAlice.says({ action: 'delete', message_id: id });
  const deleted = { type: 'message_deleted', message_id: id };
  expect([await atAlice.next(), await atBob.next()]).toEqual([deleted, deleted]);
  expect(await history(server, bob, room)).toEqual([]);
});

it('lists the rooms of a person with what was said last', async () => {
  const { alice, bob, carol, room, withCarol } = await threePeople(server);
  const nothing = { last_message: null };
  const page = { count: 2, next: null, previous: null };
  expect(await call(server, alice, 'GET', `recieve/?first_user=${alice.id}`)).toEqual({
    status: 200,
    body: { ...page, results: [nothing, nothing] },
  });
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  atBob.says(send('earlier'));
  atBob.says(send('from bob'));
  await atAlice.hears(2);
  const inOther = await inRoom(server, alice, withCarol);
  inOther.says(send('from alice'));
  await inOther.next();
  const last = (content: string, from_this_user: boolean) => ({
    last_message: { content, created_at: LIST_INSTANT, from_this_user },
  });
  expect(await call(server, alice, 'GET', `recieve/?first_user=${alice.id}`)).toEqual({
    status: 200,
    body: { ...page, results: [last('from bob', false), last('from alice', true)] },
  });
  expect(await call(server, carol, 'GET', `recieve/?first_user=${carol.id}`)).toEqual({
    status: 200,
    body: { count: 1, next: null, previous: null, results: [last('from alice', false)] },
  });
});

it('deletes a room, closes its sockets, and finds it no more', async () => {
  const { alice, bob, room, withCarol } = await threePeople(server);
  const [atAlice, inOther] = [await inRoom(server, alice, room), await inRoom(server, alice, withCarol)];
  expect(await call(server, bob, 'DELETE', `delete/${room}`)).toEqual({ status: 204, body: undefined });
  expect(await atAlice.closed).toBe(1000);
  for (const person of [alice, bob]) await expect(connect(server, person, room)).rejects.toThrow('404');
  const { body } = await call(server, alice, 'GET', `recieve/?first_user=${alice.id}`);
  expect(body).toEqual({ count: 1, next: null, previous: null, results: [{ last_message: null }] });
  inOther.says(send('still here'));
  expect(await inOther.next()).toMatchObject({ type: 'chat_message' });
});

it('refuses a socket without a valid token, of another room, or of no room', async () => {
  const { alice, carol, room } = await threePeople(server);
  const altered = `${alice.token.slice(0, -4)}AAAA`;
  for (const token of [alice.expired_token, altered, 'garbage']) {
    await expect(connect(server, { ...alice, token }, room)).rejects.toThrow('401');
  }
  await expect(connect(server, carol, room)).rejects.toThrow('403');
  for (const none of [
    '999999',
    '',
    'abc',
    '4/',
    '-1',
    '0x4',
    '1e2',
    '99999999999999999999',
    `${room}&room_id=1`,
  ])
    await expect(connect(server, alice, none)).rejects.toThrow('404');
});
