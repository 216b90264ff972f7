import { expect, it, onTestFinished } from 'vitest';
import type { Hooks } from '../../fault-kit/faults.ts';
import { serve } from '../../server.ts';
import { call, connect, fileOf, history, idOf, inRoom, send, threePeople } from './testing.ts';

async function withFault(hooks: Hooks) {
  const server = await serve('actions');
  onTestFinished(() => server.close());
  const people = await threePeople(server);
  const says = 'Something is wrong.';
  await server.faults.on({ name: 'test', dialects: 'all', says, ...hooks });
  return { server, ...people };
}

it('lets a fault admit an outsider, who then hears and is heard', async () => {
  const { server, alice, carol, room } = await withFault({
    decide: (question) => question === 'member' || undefined,
  });
  const [atAlice, atCarol] = [await inRoom(server, alice, room), await inRoom(server, carol, room)];
  atCarol.says(send('from outside'));
  expect([await atAlice.next(), await atCarol.next()]).toMatchObject(
    Array(2).fill({ message: { text: 'from outside', sender_id: carol.id } }),
  );
});

it('lets a fault show the rooms of somebody else, and let outsiders delete them', async () => {
  const { server, alice, carol, room } = await withFault({ decide: () => true });
  const { body } = await call(server, carol, 'GET', `recieve/?first_user=${alice.id}`);
  expect(body).toMatchObject({ count: 2 });
  expect((await call(server, carol, 'DELETE', `delete/${room}`)).status).toBe(204);
  await expect(connect(server, alice, room)).rejects.toThrow('404');
});

it.each(['here', 'author'])(
  'lets a fault decide the question "%s" of an edit or a deletion',
  async (flipped) => {
    const decide: Hooks['decide'] = (question) => (question === flipped ? true : undefined);
    const { server, alice, bob, room, withCarol } = await withFault({ decide });
    const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
    const intruder = flipped === 'here' ? await inRoom(server, alice, withCarol) : atBob;
    atAlice.says(send('mine'));
    const message_id = idOf(await atBob.next());
    await atAlice.hears(3);
    intruder.says({ action: 'edit', message_id, text: 'yours' });
    expect(await atAlice.next()).toMatchObject({ type: 'message_edited', text: 'yours' });
    intruder.says({ action: 'delete', message_id });
    expect(await atAlice.next()).toMatchObject({ type: 'message_deleted' });
  },
);

it('lets a fault say a message that it did not store, with its file or without', async () => {
  const { server, alice, room } = await withFault({
    storeWrite: ({ kind }) => (kind === 'add message' || kind === 'add upload' ? null : undefined),
  });
  const atAlice = await inRoom(server, alice, room);
  atAlice.says(send('lost'));
  atAlice.says(send('lost', fileOf('a.png', Buffer.from('a'))));
  expect(await atAlice.hears(4)).toMatchObject([{ type: 'chat_message' }, {}, { type: 'chat_message' }, {}]);
  expect(await history(server, alice, room)).toEqual([]);
});

it('lets a fault answer that a room was deleted, and keep it', async () => {
  const { server, alice, room } = await withFault({
    storeWrite: ({ kind }) => (kind === 'remove conversation' ? null : undefined),
  });
  expect((await call(server, alice, 'DELETE', `delete/${room}`)).status).toBe(204);
  expect(await history(server, alice, room)).toEqual([]);
});

it('lets a fault tell the history from the list of rooms, and edits from deletions', async () => {
  const { server, alice, room } = await withFault({
    storeRead: (query, _rows, { cause }) =>
      query === 'history' && cause.channel === 'room' ? [] : undefined,
    audience: (_connections, { message }) => (message === 'deleted' ? [] : undefined),
  });
  const atAlice = await inRoom(server, alice, room);
  atAlice.says(send('first'));
  const message_id = idOf((await atAlice.hears(2))[0]);
  expect(await history(server, alice, room)).toEqual([]);
  const { body } = await call(server, alice, 'GET', `recieve/?first_user=${alice.id}`);
  expect(body.results).toContainEqual({ last_message: expect.objectContaining({ content: 'first' }) });
  atAlice.says({ action: 'delete', message_id });
  atAlice.says({ action: 'edit', message_id, text: 'gone' });
  expect(await atAlice.next()).toMatchObject({ type: 'error' });
});
