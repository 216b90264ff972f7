import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import { at, cast, chunks, fetched, frame, post, receiving, sending, sendingTo, texts } from './testing.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('dialogues');
});
afterAll(() => server.close());

it('reaches every receive socket of the receiver, the last also after an abrupt loss, and nobody else', async () => {
  const { alice, bob, carol } = await cast(server);
  const [one, other] = [await receiving(server, bob), await receiving(server, bob)];
  const [atCarol, toBob, toCarol] = [
    await receiving(server, carol),
    await sending(server, alice, bob),
    await sending(server, alice, carol),
  ];
  toBob.says({ ...frame('new_msg', alice, bob, 'both'), sent_timestamp: at(1) });
  expect([await one.next(), await other.next()]).toMatchObject([{ message: 'both' }, { message: 'both' }]);
  one.socket.terminate();
  toBob.says({ ...frame('new_msg', alice, bob, 'one'), sent_timestamp: at(2) });
  expect(await other.next()).toMatchObject({ message: 'one' });
  toCarol.says(frame('new_msg', alice, carol, 'fence'));
  expect(await atCarol.next()).toMatchObject({ message: 'fence' });
  expect(texts(await fetched(server, bob))).toEqual(['both', 'one']);
});

it('keeps a message until its own receiver names it, in whichever spelling', async () => {
  const { alice, bob, carol } = await cast(server);
  const [toBob, toAlice, carolToAlice] = [
    await sending(server, alice, bob),
    await sending(server, bob, alice),
    await sending(server, carol, alice),
  ];
  const say = async (text: string, sent_timestamp: string) => {
    toBob.says({ ...frame('new_msg', alice, bob, text), sent_timestamp });
    expect(await toBob.next()).toMatchObject({ command: 'msg_sent', message: sent_timestamp });
  };
  await say('blank', '2025-03-14 18:30:01.500');
  await say('zone', '2025-03-14T18:30:02.120Z');
  await say('fine', '2025-03-14 18:30:03.120456');
  await say('stays', '2025-03-14 18:30:04');
  toAlice.says({ ...frame('new_msg', bob, alice, 'back'), sent_timestamp: '2025-03-14 18:30:01.500' });
  await toAlice.next();

  for (const [socket, from, to] of [
    [toBob, alice, bob],
    [carolToAlice, carol, alice],
  ] as const) {
    socket.says(frame('msg_received', from, to, '2025-03-14 18:30:04'));
    expect(await socket.next()).toMatchObject({ command: 'error', type: 'delete_msg' });
  }
  const atAlice = await receiving(server, alice);
  const names = ['2025-03-14T18:30:01.5Z', '2025-03-14 18:30:02.12', '2025-03-14T18:30:03.120456Z'];
  for (const name of names) {
    toAlice.says(frame('msg_received', bob, alice, name));
    expect(await atAlice.next()).toMatchObject({ command: 'msg_received', message: name });
    toAlice.says(frame('msg_received', bob, alice, name));
    expect(await toAlice.next()).toMatchObject({ command: 'error', type: 'delete_msg' });
  }
  toAlice.says(frame('msg_read', bob, alice, '2025-03-14 18:30:04.000'));
  await atAlice.next();
  expect(texts(await fetched(server, bob))).toEqual(['stays']);
  expect(texts(await fetched(server, alice))).toEqual(['back']);
});

it('keeps two messages of one time, and one acknowledgement ends one of them', async () => {
  const { alice, bob, carol, grp } = await cast(server);
  const [fromAlice, fromBob, fromCarol] = [
    await sendingTo(server, alice, grp),
    await sendingTo(server, bob, grp),
    await sendingTo(server, carol, grp),
  ];
  const atAlice = await receiving(server, alice);
  for (const text of ['first', 'second']) {
    fromAlice.says(frame('new_grp_msg', alice, grp, text));
    await fromAlice.next();
  }
  const kept = async (who: typeof bob) => texts(await fetched(server, who, 'fetch_grp_msgs'));
  const { sent_timestamp: time } = frame('new_grp_msg', alice, grp);
  for (const rest of [['second'], []]) {
    fromBob.says(frame('grp_msg_received', bob, alice, time));
    await atAlice.next();
    expect(await kept(bob)).toEqual(rest);
  }
  expect(await kept(carol)).toEqual(['first', 'second']);
  fromBob.says(frame('grp_msg_received', bob, alice, time));
  expect(await fromBob.next()).toMatchObject({ command: 'error', type: 'delete_msg' });
  for (const rest of [['second'], []]) {
    fromCarol.says(frame('grp_msg_received', carol, alice, time));
    await atAlice.next();
    expect(await kept(carol)).toEqual(rest);
  }
  expect(server.chat.messages.all(server.chat.conversations.ofGroup(grp)?.id ?? 0)).toEqual([]);
});

it('answers a fetch in chunks that hold everything once, and only the last says so', async () => {
  const { alice, bob } = await cast(server);
  const toBob = await sending(server, alice, bob);
  const all = Array.from({ length: 21 }, (_, index) => `message ${index}`);
  const atBob = await receiving(server, bob);
  for (const count of [20, 21]) {
    for (const [index, text] of all.entries()) {
      if (count === 20 ? index === 20 : index < 20) continue;
      toBob.says({ ...frame('new_msg', alice, bob, text), sent_timestamp: at(index) });
      await Promise.all([toBob.next(), atBob.next()]);
    }
    const heard = await chunks(atBob, bob);
    expect(heard.map((chunk) => [chunk.all, chunk.messages.length])).toEqual(
      count === 20
        ? [
            ['False', 10],
            ['True', 10],
          ]
        : [
            ['False', 10],
            ['False', 10],
            ['True', 1],
          ],
    );
    expect(texts(heard.flatMap(({ messages }) => messages))).toEqual(all.slice(0, count));
  }
});

it('keeps messages to oneself, and none in a group without others', async () => {
  const { alice } = await cast(server);
  const [toSelf, atAlice] = [await sending(server, alice, alice), await receiving(server, alice)];
  toSelf.says({ ...frame('new_msg', alice, alice, 'remember'), sent_timestamp: at(1) });
  expect(await atAlice.next()).toMatchObject({ message: 'remember', msg_from: alice.phone });
  expect(await toSelf.next()).toMatchObject({ command: 'msg_sent' });
  expect(texts(await fetched(server, alice))).toEqual(['remember']);
  toSelf.says(frame('msg_received', alice, alice, at(1)));
  expect(await atAlice.next()).toMatchObject({ command: 'msg_received' });
  expect(await fetched(server, alice)).toEqual([]);
  const groups = await post(server, '/chat/special/group', { msg_from: alice.phone, participants: [] });
  const group = groups.at(-1);
  const alone = await sendingTo(server, alice, group.grp);
  alone.says(frame('new_grp_msg', alice, group.grp));
  expect(await alone.next()).toMatchObject({ command: 'msg_sent', msg_to: group.grp });
  expect(await fetched(server, alice, 'fetch_grp_msgs')).toEqual([]);
});

it('remembers everything after a restart on the same file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dialogues-'));
  const data = join(folder, 'chat.db');
  const before = await serveAsDocumented('dialogues', { data });
  const { alice, bob, carol, grp } = await cast(before);
  const [toBob, toGroup] = [await sending(before, alice, bob), await sendingTo(before, alice, grp)];
  for (const second of [1, 2]) {
    toBob.says({ ...frame('new_msg', alice, bob, `message ${second}`), sent_timestamp: at(second) });
    toGroup.says({ ...frame('new_grp_msg', alice, grp, `all ${second}`), sent_timestamp: at(second) });
    await Promise.all([toBob.next(), toGroup.next()]);
  }
  const [toAlice, fromBob] = [await sending(before, bob, alice), await sendingTo(before, bob, grp)];
  const atAlice = await receiving(before, alice);
  toAlice.says(frame('msg_received', bob, alice, at(1)));
  fromBob.says(frame('grp_msg_received', bob, alice, at(1)));
  await atAlice.hears(2);
  await before.close();

  const after = await serveAsDocumented('dialogues', { data });
  expect(texts(await fetched(after, bob))).toEqual(['message 2']);
  expect(await fetched(after, carol, 'fetch_grp_msgs')).toMatchObject([
    { message: 'all 1', pending: [carol.phone] },
    { message: 'all 2', pending: [bob.phone, carol.phone] },
  ]);
  await after.close();
  rmSync(folder, { recursive: true });
});
