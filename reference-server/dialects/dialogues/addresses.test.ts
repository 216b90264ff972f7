import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import { at, cast, frame, post, receiving, sending } from './testing.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('dialogues');
});
afterAll(() => server.close());

it('starts dialogues and groups by POST, and tells about them, and about when messages were received and read', async () => {
  const { alice, bob, carol, grp } = await cast(server);
  const dialogue = { last_received_receiver: null, last_seen_receiver: null };
  const dialogues = [
    { sender: bob.phone, receiver: alice.phone, ...dialogue },
    { sender: alice.phone, receiver: bob.phone, ...dialogue },
  ];
  const pair = { msg_from: alice.phone, msg_to: bob.phone };
  expect(await post(server, '/chat/special/personal', pair)).toEqual(dialogues);
  expect(await post(server, '/chat/special/personal', pair)).toEqual(dialogues);
  const making = { msg_from: bob.phone, participants: [alice.phone] };
  const groups = await post(server, '/chat/special/group', making);
  expect(groups).toEqual([
    { grp, participants: [alice.phone, bob.phone, carol.phone], admin: [alice.phone] },
    {
      grp: expect.stringMatching(/^[0-9a-z]{10}$/),
      participants: [alice.phone, bob.phone],
      admin: [bob.phone],
    },
  ]);
  const toAlice = await sending(server, bob, alice);
  const [atAlice, toBob] = [await receiving(server, alice), await sending(server, alice, bob)];
  toBob.says({ ...frame('new_msg', alice, bob), sent_timestamp: at(1) });
  await toBob.next();
  for (const command of ['msg_received', 'msg_read']) {
    toAlice.says({
      ...frame(command, bob, alice, at(1)),
      sent_timestamp: command === 'msg_read' ? at(3) : at(2),
    });
    await atAlice.next();
  }
  const told = await fetch(`${server.http}/chat/info?msg_from=${bob.phone}`);
  expect(await told.json()).toEqual({
    dialogues: [
      dialogues[0],
      {
        ...dialogues[1],
        last_received_receiver: '2025-03-14T18:30:02.125000Z',
        last_seen_receiver: '2025-03-14T18:30:03.125000Z',
      },
    ],
    groups,
  });
});
