import { expect, it, onTestFinished } from 'vitest';
import type { Fault } from './fault-kit/faults.ts';
import { serve } from './server.ts';
import { inRoom, roomOfTwo } from './testing/chatter.ts';
import { serveAsDocumented } from './testing/documented.ts';

const CANNOT_COMMIT: Fault = {
  name: 'cannot-commit',
  dialects: 'all',
  kind: 'persistence',
  says: 'Nothing that is written together with a message can be committed.',
  breaks: [],
  storeWrite(_change, { store: { database } }) {
    database.run('pragma defer_foreign_keys = on');
    database.run('insert or ignore into members (conversation, person) values (-1, -1)');
    return undefined;
  },
};

it('tells nobody of what could not be stored, and goes on', async () => {
  const errors: unknown[] = [];
  const server = await serve('receipts', { onError: (error) => errors.push(error) });
  onTestFinished(() => server.close());
  const { alice, bob, room } = await roomOfTwo(server);
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  await server.faults.on(CANNOT_COMMIT);
  atAlice.says({ message: 'lost' });
  expect([await atAlice.closed, await atBob.closed]).toEqual([1011, 1011]);
  expect(String(errors)).toContain('FOREIGN KEY constraint failed');
  expect(server.chat.messages.all(room)).toEqual([]);
  server.faults.off();
  const again = await inRoom(server, alice, room);
  again.says({ message: 'kept' });
  expect(await again.next()).toMatchObject({ message: { text: 'kept' } });
});

it('sends what one connection hears in the order in which it was said', async () => {
  const server = await serveAsDocumented('receipts');
  onTestFinished(() => server.close());
  const { alice, bob, room } = await roomOfTwo(server);
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  const texts = Array.from({ length: 200 }, (_, i) => `message ${i} ${'x'.repeat(i * 20)}`);
  for (const message of texts) atAlice.says({ message });
  const heard = (await atBob.hears(200)) as { message: { text: string } }[];
  expect(heard.map(({ message }) => message.text)).toEqual(texts);
  const types = ((await atAlice.hears(600)) as { type: string }[]).map(({ type }) => type);
  expect(types).toEqual(
    texts.flatMap(() => ['chat_message', 'mark_message_as_delivered', 'mark_message_as_read']),
  );
});

it('sends what goes before a close', async () => {
  const server = await serve('receipts');
  onTestFinished(() => server.close());
  const { alice, bob, room } = await roomOfTwo(server);
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  const told = { type: 'message_deleted', message_id: 7 };
  server.chat.hub.tell(`room ${room}`, 'deleted', told);
  for (const connection of server.chat.hub.connections) connection.close(1000, 'Told first.');
  expect([await atAlice.next(), await atBob.next()]).toEqual([told, told]);
  expect(await atAlice.closed).toBe(1000);
});
