// The example conversations of the document, played with nothing but ws and fetch.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import { cast, chunks, fetched, frame, NOW, receiving, sending, sendingTo } from './testing.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('dialogues');
});
afterAll(() => server.close());

const SENT = '2020-11-21 16:32:17.356';
const NULL = '--null--';

it('saves a message, says so to its sender, and passes it on unchanged', async () => {
  const { alice, bob } = await cast(server);
  const [toBob, atBob] = [await sending(server, alice, bob), await receiving(server, bob)];
  const message = { ...frame('new_msg', alice, bob), sent_timestamp: SENT };
  toBob.says(message);
  expect(await atBob.next()).toEqual(message);
  expect(await toBob.next()).toEqual({
    message: SENT,
    command: 'msg_sent',
    msg_from: alice.phone,
    msg_to: bob.phone,
    sent_timestamp: expect.stringMatching(NOW),
  });
});

it('deletes a message once its receiver has it, and tells its author', async () => {
  const { alice, bob } = await cast(server);
  const [toBob, atAlice] = [await sending(server, alice, bob), await receiving(server, alice)];
  toBob.says({ ...frame('new_msg', alice, bob), sent_timestamp: '2020-11-21 17:11:06.23' });
  await toBob.next();
  const toAlice = await sending(server, bob, alice);
  const receipt = frame('msg_received', bob, alice, '2020-11-21 17:11:06.23');
  toAlice.says(receipt);
  expect(await atAlice.next()).toEqual(receipt);
  expect(await fetched(server, bob)).toEqual([]);
});

it('tells the author that a message was read, also after it was deleted', async () => {
  const { alice, bob } = await cast(server);
  const [toAlice, atAlice] = [await sending(server, bob, alice), await receiving(server, alice)];
  const receipt = frame('msg_read', bob, alice, '2020-11-21 17:11:06.23');
  toAlice.says(receipt);
  expect(await atAlice.next()).toEqual(receipt);
});

it('tells the other person of typing, without a message', async () => {
  const { alice, bob } = await cast(server);
  const [toBob, atBob] = [await sending(server, alice, bob), await receiving(server, bob)];
  const { message: _, ...typing } = frame('is_typing', alice, bob);
  toBob.says({ ...typing, message: '-null-' });
  expect(await atBob.next()).toEqual(typing);
});

it('answers with an error when there is no message to delete', async () => {
  const { alice, bob, grp } = await cast(server);
  const [toBob, toGroup] = [await sending(server, alice, bob), await sendingTo(server, alice, grp)];
  toBob.says(frame('msg_received', alice, bob, SENT));
  const error = {
    message: "couldn't find a message to delete",
    command: 'error',
    type: 'delete_msg',
    msg_from: alice.phone,
    msg_to: bob.phone,
    sent_timestamp: expect.stringMatching(NOW),
  };
  expect(await toBob.next()).toEqual(error);
  toGroup.says(frame('grp_msg_received', alice, bob, SENT));
  expect(await toGroup.next()).toEqual({ ...error, msg_to: grp });
});

it('passes a message to a group on to each of the others, and says so once', async () => {
  const { alice, bob, carol, grp } = await cast(server);
  const toGroup = await sendingTo(server, alice, grp);
  const [atBob, atCarol] = [await receiving(server, bob), await receiving(server, carol)];
  toGroup.says({ ...frame('new_grp_msg', alice, grp), sent_timestamp: SENT });
  const heard = { ...frame('new_msg', alice, bob), msg_from: `${grp}-${alice.phone}`, sent_timestamp: SENT };
  expect(await atBob.next()).toEqual(heard);
  expect(await atCarol.next()).toEqual({ ...heard, msg_to: carol.phone });
  expect(await toGroup.next()).toEqual({
    message: '2020-11-21T16:32:17.356Z',
    command: 'msg_sent',
    msg_from: alice.phone,
    msg_to: bob.phone,
    sent_timestamp: expect.stringMatching(NOW),
  });
});

it('tells the author in a group that a message was received and read, and a participant of typing', async () => {
  const { alice, bob, grp } = await cast(server);
  const [fromAlice, fromBob] = [await sendingTo(server, alice, grp), await sendingTo(server, bob, grp)];
  const atAlice = await receiving(server, alice);
  fromAlice.says({ ...frame('new_grp_msg', alice, grp), sent_timestamp: '2020-11-21 17:11:06.23' });
  await fromAlice.next();
  const msg_from = `${grp}-${bob.phone}`;
  const received = frame('grp_msg_received', bob, alice, '2020-11-21T17:11:06.23Z');
  fromBob.says(received);
  expect(await atAlice.next()).toEqual({ ...received, command: 'msg_received', msg_from });
  for (const command of ['msg_read', 'grp_msg_read']) {
    const read = frame(command, bob, alice, '2020-11-21 17:11:06.23');
    fromBob.says(read);
    expect(await atAlice.next()).toEqual({ ...read, command: 'msg_read', msg_from });
  }
  const { message, ...typing } = frame('is_grp_typing', bob, alice, NULL);
  fromBob.says({ ...typing, message });
  expect(await atAlice.next()).toEqual({ ...typing, command: 'is_typing', msg_from });
});

it('gives what was missed, in one chunk that says that it is the last', async () => {
  const { alice, bob, carol } = await cast(server);
  const [one, other] = [await sending(server, alice, bob), await sending(server, carol, bob)];
  one.says({ ...frame('new_msg', alice, bob, 'zzz'), sent_timestamp: '2020-11-19 17:56:03.88' });
  await one.next();
  other.says({ ...frame('new_msg', carol, bob, 'ok'), sent_timestamp: '2020-11-22 08:50:01.670' });
  await other.next();
  const shown = { msg_to: bob.phone, command: 'new_msg' };
  const missed = {
    command: 'fetch_msgs',
    all: 'True',
    messages: [
      { ...shown, msg_from: alice.phone, message: 'zzz', sent_timestamp: '2020-11-19T17:56:03.880000Z' },
      { ...shown, msg_from: carol.phone, message: 'ok', sent_timestamp: '2020-11-22T08:50:01.670000Z' },
    ],
  };
  const atBob = await receiving(server, bob);
  expect(await chunks(atBob, bob)).toEqual([missed]);
  expect(await chunks(atBob, bob)).toEqual([missed]);
  const nothing = { command: 'fetch_grp_msgs', all: 'True', messages: [] };
  expect(await chunks(atBob, bob, 'fetch_grp_msgs')).toEqual([nothing]);
});

it('gives what was missed in groups, with those who have not received it', async () => {
  const { alice, bob, carol, grp } = await cast(server);
  const [fromAlice, fromCarol] = [await sendingTo(server, alice, grp), await sendingTo(server, carol, grp)];
  fromAlice.says({ ...frame('new_grp_msg', alice, grp, 'new'), sent_timestamp: '2020-11-19 17:56:03.88' });
  await fromAlice.next();
  fromCarol.says({ ...frame('new_grp_msg', carol, grp, 'ok'), sent_timestamp: '2020-11-22 08:50:01.670' });
  await fromCarol.next();
  const atAlice = await receiving(server, alice);
  fromCarol.says(frame('grp_msg_received', carol, alice, '2020-11-19T17:56:03.88Z'));
  await atAlice.next();
  const shown = { msg_to: bob.phone, command: 'new_msg' };
  expect(await chunks(await receiving(server, bob), bob, 'fetch_grp_msgs')).toEqual([
    {
      command: 'fetch_grp_msgs',
      all: 'True',
      messages: [
        {
          ...shown,
          msg_from: `${grp}-${alice.phone}`,
          message: 'new',
          sent_timestamp: '2020-11-19T17:56:03.880000Z',
          pending: [bob.phone],
        },
        {
          ...shown,
          msg_from: `${grp}-${carol.phone}`,
          message: 'ok',
          sent_timestamp: '2020-11-22T08:50:01.670000Z',
          pending: [alice.phone, bob.phone],
        },
      ],
    },
  ]);
  expect(await fetched(server, bob)).toEqual([]);
});

it('answers every listed address', async () => {
  const { alice, bob, grp } = await cast(server);
  const pages = [
    '/chat',
    `/chat/personal/${alice.phone}/${bob.phone}/`,
    `/chat/group/${alice.phone}/${grp}`,
    '/chat/room/lobby',
  ];
  for (const path of pages) {
    const page = await fetch(server.http + path);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toMatch(/^<!doctype html>/);
  }
  for (const area of ['special', 'info'])
    for (const path of ['', '/personal', '/group', '/room'])
      for (const method of ['GET', 'POST']) {
        const { status } = await fetch(`${server.http}/chat/${area}${path}`, { method });
        expect([200, 400]).toContain(status);
      }
});
