import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fault } from '../../fault-kit/faults.ts';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import {
  at,
  cast,
  ERROR,
  type Frame,
  fetched,
  frame,
  receiving,
  sending,
  sendingTo,
  texts,
} from './testing.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('dialogues');
});
afterAll(() => server.close());

it('refuses to write as somebody else, to somebody else than the address says, or to fetch for them', async () => {
  const { alice, bob, carol, grp } = await cast(server);
  const [toBob, toGroup] = [await sending(server, alice, bob), await sendingTo(server, alice, grp)];
  const atAlice = await receiving(server, alice);
  const claims: [typeof toBob, Frame, string][] = [
    [toBob, frame('new_msg', carol, bob), 'authentication'],
    [toBob, frame('new_msg', alice, carol), 'new_msg'],
    [toBob, frame('msg_received', alice, carol, at(1)), 'msg_received'],
    [toGroup, frame('new_grp_msg', bob, grp), 'authentication'],
    [toGroup, frame('new_grp_msg', alice, '0123456789'), 'new_grp_msg'],
    [atAlice, frame('fetch_msgs', bob, bob, '--null--'), 'fetch_msgs'],
    [atAlice, frame('fetch_grp_msgs', bob, bob, '--null--'), 'fetch_grp_msgs'],
  ];
  for (const [socket, claim, type] of claims) {
    socket.says(claim);
    expect(await socket.next()).toEqual({ ...ERROR, type, msg_from: alice.phone });
  }
  for (const person of [bob, carol]) {
    expect(await fetched(server, person)).toEqual([]);
    expect(await fetched(server, person, 'fetch_grp_msgs')).toEqual([]);
  }
});

it('lets nobody but participants into a group, and tells nobody else of its receipts', async () => {
  const { alice, bob, mallory, grp } = await cast(server);
  await expect(sendingTo(server, mallory, grp)).rejects.toThrow('403');
  await expect(sendingTo(server, alice, '0123456789')).rejects.toThrow('404');
  await expect(sending(server, alice, { phone: '0123456789' })).rejects.toThrow('404');
  await expect(receiving(server, { phone: '0123456789' })).rejects.toThrow('401');
  const [fromAlice, atBob] = [await sendingTo(server, alice, grp), await receiving(server, bob)];
  for (const command of ['grp_msg_read', 'is_grp_typing'])
    for (const to of [mallory, { phone: '0123456789' }]) {
      fromAlice.says(frame(command, alice, to, command === 'is_grp_typing' ? '--null--' : at(1)));
      expect(await fromAlice.next()).toEqual({ ...ERROR, type: command, msg_to: grp });
    }
  fromAlice.says(frame('new_grp_msg', alice, grp, 'fence'));
  expect(await atBob.next()).toMatchObject({ message: 'fence' });
  expect(await fetched(server, mallory, 'fetch_grp_msgs')).toEqual([]);
});

it('lets an outsider write only while a fault says so', async () => {
  const { bob, mallory, grp } = await cast(server);
  const open: Fault = {
    name: 'open-groups',
    dialects: 'all',
    kind: 'membership',
    says: 'Anybody writes to any group.',
    breaks: [],
    decide: (question) => (question === 'member' ? true : undefined),
  };
  await server.faults.on(open);
  const fromMallory = await sendingTo(server, mallory, grp);
  fromMallory.says(frame('new_grp_msg', mallory, grp, 'in'));
  expect(await fromMallory.next()).toMatchObject({ command: 'msg_sent' });
  server.faults.off('open-groups');
  fromMallory.says(frame('new_grp_msg', mallory, grp, 'out'));
  expect(await fromMallory.next()).toEqual({ ...ERROR, type: 'new_grp_msg', msg_to: grp });
  expect(texts(await fetched(server, bob, 'fetch_grp_msgs'))).toEqual(['in']);
});
