// The example conversations of the document, played with nothing but ws and fetch.
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { ProvisionedPerson } from '../../control/provision.ts';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('receipts');
});
afterAll(() => server.close());

interface Chatter {
  next(): Promise<unknown>;
  says(text: string): void;
  leaves(): Promise<unknown>;
}

const INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const LONG_INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);

it('creates one room for two people, whoever asks and in whichever order', async () => {
  const { alice, bob } = await twoPeople();
  const answer = await call(
    alice,
    'POST',
    `chatrooms/get_or_create_room/?user_id_1=${alice.id}&user_id_2=${bob.id}`,
  );
  expect(answer).toEqual({ status: 200, body: { room_id: expect.any(Number) } });
  expect(
    await call(bob, 'POST', `chatrooms/get_or_create_room/?user_id_1=${bob.id}&user_id_2=${alice.id}`),
  ).toEqual(answer);
});

it('tells everybody in the room of a message, and its sender that it was delivered and read', async () => {
  const { alice, bob, room } = await twoPeople();
  const [atAlice, atBob] = [connect(alice, room), connect(bob, room)];
  expect([await atAlice.next(), await atBob.next()]).toEqual([[], []]);
  atAlice.says('Hello, how are you?');
  const message = {
    text: 'Hello, how are you?',
    message_id: expect.any(Number),
    sender_id: alice.id,
    created_at: INSTANT,
    updated_at: INSTANT,
  };
  const announced = { type: 'chat_message', message: { ...message, status: 'send' } };
  expect(await atAlice.next()).toEqual(announced);
  expect(await atBob.next()).toEqual(announced);
  expect(await atAlice.next()).toEqual({
    type: 'mark_message_as_delivered',
    message: { ...message, status: 'delivered' },
  });
  expect(await atAlice.next()).toEqual({
    type: 'mark_message_as_read',
    message: { ...message, status: 'read' },
  });
});

it('leaves a message delivered when the other person has gone', async () => {
  const { alice, bob, room } = await twoPeople();
  const [atAlice, atBob] = [connect(alice, room), connect(bob, room)];
  await Promise.all([atAlice.next(), atBob.next()]);
  await atBob.leaves();
  atAlice.says('Are you there?');
  expect(await atAlice.next()).toMatchObject({ type: 'chat_message' });
  expect(await atAlice.next()).toMatchObject({ type: 'mark_message_as_delivered' });
  expect(await connect(alice, room).next()).toMatchObject([{ text: 'Are you there?', status: 'delivered' }]);
});

it('sends the newest 50 messages on connecting, the newest first', async () => {
  const { alice, room } = await twoPeople();
  const atAlice = connect(alice, room);
  await atAlice.next();
  for (let number = 1; number <= 52; number += 1) atAlice.says(`message ${number}`);
  for (let frames = 0; frames < 104; frames += 1) await atAlice.next();
  const history = await connect(alice, room).next();
  expect(history).toHaveLength(50);
  expect(history).toMatchObject([
    { text: 'message 52' },
    { text: 'message 51' },
    ...Array.from({ length: 48 }, () => ({})),
  ]);
  expect(history).toContainEqual({
    message_id: expect.any(Number),
    text: 'message 3',
    sender_email: alice.email,
    status: 'delivered',
    created_at: LONG_INSTANT,
    updated_at: LONG_INSTANT,
  });
});

it('announces an edit and a deletion to the room, and remembers them', async () => {
  const { alice, bob, room } = await twoPeople();
  const [atAlice, atBob] = [connect(alice, room), connect(bob, room)];
  await Promise.all([atAlice.next(), atBob.next()]);
  atAlice.says('first');
  const id = idOf(await atBob.next());
  for (let frames = 0; frames < 3; frames += 1) await atAlice.next();
  expect(await call(alice, 'PUT', `messages/${id}/edit`, { text: 'Updated message text' })).toEqual({
    status: 200,
    body: { status: 'success', message: 'Message updated successfully' },
  });
  const edited = { type: 'message_edited', message_id: id, text: 'Updated message text' };
  expect([await atAlice.next(), await atBob.next()]).toEqual([edited, edited]);
  expect(await connect(bob, room).next()).toMatchObject([{ message_id: id, text: 'Updated message text' }]);

  expect(await call(alice, 'DELETE', `messages/${id}/delete`)).toEqual({ status: 204, body: undefined });
  const deleted = { type: 'message_deleted', message_id: id };
  expect([await atAlice.next(), await atBob.next()]).toEqual([deleted, deleted]);
  expect(await connect(bob, room).next()).toEqual([]);
});

it('lets nobody but its author edit or delete a message', async () => {
  const { alice, bob, room } = await twoPeople();
  const atAlice = connect(alice, room);
  await atAlice.next();
  atAlice.says('mine');
  const id = idOf(await atAlice.next());
  expect((await call(bob, 'PUT', `messages/${id}/edit`, { text: 'yours' })).status).toBe(404);
  expect((await call(bob, 'DELETE', `messages/${id}/delete`)).status).toBe(404);
  expect((await call(undefined, 'DELETE', `messages/${id}/delete`)).status).toBe(401);
  expect(await connect(bob, room).next()).toMatchObject([{ text: 'mine' }]);
});

it('refuses a socket without a valid token, of another room, or of no room', async () => {
  const { alice, carol, room } = await twoPeople();
  const token = {
    expired: alice.expired_token,
    altered: `${alice.token.slice(0, -4)}AAAA`,
    garbage: 'garbage',
  };
  expect(await refusal(`/ws/chat/${room}/`, {})).toBe(401);
  for (const one of Object.values(token)) {
    expect(await refusal(`/ws/chat/${room}/`, { authorization: `Bearer ${one}` })).toBe(401);
  }
  expect(await refusal(`/ws/chat/${room}/`, { authorization: `Bearer ${carol.token}` })).toBe(403);
  expect(await refusal('/ws/chat/999999/', { authorization: `Bearer ${alice.token}` })).toBe(404);
});

async function twoPeople() {
  const { people, rooms } = await server.provision({ people: 3, rooms: [['p1', 'p2']] });
  const [alice, bob, carol] = people;
  if (!alice || !bob || !carol || !rooms[0]) throw new Error('Provisioning gave too few people.');
  return { alice, bob, carol, room: rooms[0].id };
}

function connect(person: ProvisionedPerson, room: number): Chatter {
  const socket = new WebSocket(`${server.ws}/ws/chat/${room}/`, {
    headers: { authorization: `Bearer ${person.token}` },
  });
  const frames: unknown[] = [];
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)));
    socket.emit('frame');
  });
  return {
    async next() {
      while (frames.length === 0) await once(socket, 'frame');
      return frames.shift();
    },
    says: (text) => socket.send(JSON.stringify({ message: text })),
    leaves() {
      socket.close();
      return once(socket, 'close');
    },
  };
}

async function refusal(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const socket = new WebSocket(server.ws + path, { headers });
  const [, response] = await once(socket, 'unexpected-response');
  response.destroy();
  return response.statusCode;
}

async function call(person: ProvisionedPerson | undefined, method: string, path: string, body?: object) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (person !== undefined) headers['authorization'] = `Bearer ${person.token}`;
  const answer = await fetch(`${server.http}/en/api/v1/${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

function idOf(frame: unknown): number {
  const { message } = frame as { message: { message_id: number } };
  return message.message_id;
}
