import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import { at, cast, ERROR, fetched, frame, receiving, sending, sendingTo, texts } from './testing.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('dialogues');
});
afterAll(() => server.close());

it('complains about a frame of no use, to its sender alone, and goes on', async () => {
  const { alice, bob } = await cast(server);
  const [toBob, atAlice, atBob] = [
    await sending(server, alice, bob),
    await receiving(server, alice),
    await receiving(server, bob),
  ];
  const good = frame('new_msg', alice, bob);
  const without = (field: string) => JSON.stringify({ ...good, [field]: undefined });
  const odd = [
    'null',
    '7',
    '[]',
    '"text"',
    '{"command":',
    '{}',
    Buffer.from([0, 255]),
    ...Object.keys(good).map(without),
    ...[{}, null, 7, [bob.phone], '', '0'.repeat(100_000)].map((msg_to) =>
      JSON.stringify({ ...good, msg_to }),
    ),
    ...['yesterday', '2025-02-30 10:00:00.000', '', 7].map((sent_timestamp) =>
      JSON.stringify({ ...good, sent_timestamp }),
    ),
    ...['dance', 'd'.repeat(10_000), 'new_grp_msg', 'fetch_msgs', '__proto__', {}].map((command) =>
      JSON.stringify({ ...good, command }),
    ),
    ...['', 'with \0', '\ud800', 'm'.repeat(1_000_000), {}, null].map((message) =>
      JSON.stringify({ ...good, message }),
    ),
  ];
  for (const socket of [toBob, atAlice]) {
    for (const one of odd) {
      socket.socket.send(one);
      expect(await socket.next()).toEqual({ ...ERROR, msg_from: alice.phone });
    }
  }
  toBob.says({ ...good, message: 'fence' });
  expect(await atBob.next()).toMatchObject({ message: 'fence' });
  expect(texts(await fetched(server, bob))).toEqual(['fence']);
});

it('gives texts back as they came', async () => {
  const { alice, bob, grp } = await cast(server);
  const [toBob, toGroup] = [await sending(server, alice, bob), await sendingTo(server, alice, grp)];
  const atBob = await receiving(server, bob);
  const odd = [
    ' 👩‍👩‍👧 \u0001e\u0301 \u202eabc\t\r\n ',
    '<script>"\'\\&amp;',
    '-null-',
    'msg_received',
    at(1),
    `${'x'.repeat(9_998)}𝄞`,
  ];
  for (const [index, text] of odd.entries()) {
    toBob.says({ ...frame('new_msg', alice, bob, text), sent_timestamp: at(index) });
    expect(await atBob.next()).toMatchObject({ message: text });
    toGroup.says({ ...frame('new_grp_msg', alice, grp, text), sent_timestamp: at(index) });
    expect(await atBob.next()).toMatchObject({ message: text });
  }
  expect(texts(await fetched(server, bob))).toEqual(odd);
  expect(texts(await fetched(server, bob, 'fetch_grp_msgs'))).toEqual(odd);
});

it('answers an address or a body of no use below 500, with no markup from the address', async () => {
  const names = ['<script>alert(1)<%2fscript>', '%00', '%zz', "a'%20or%201=1", '..%2f', 'x'.repeat(10_000)];
  for (const name of names)
    for (const path of [`personal/${name}/${name}/`, `group/${name}/${name}`, `room/${name}`]) {
      const page = await fetch(`${server.http}/chat/${path}`);
      expect(page.status).toBeLessThan(500);
      expect(await page.text()).not.toContain('<script>alert');
    }
  const { alice } = await cast(server);
  const me = { msg_from: alice.phone };
  const bodies = [
    ...['{', '', 'null', '7', '[]', '[[]]', '"text"', '{"__proto__":{"msg_from":1}}'],
    ...[{}, { msg_from: {} }, { msg_from: '0' }, me, { ...me, msg_to: null, participants: 'all' }].map(
      (one) => JSON.stringify(one),
    ),
    ...[[null], [{}], ['0'], Array(2000).fill(alice.phone)].map((participants) =>
      JSON.stringify({ ...me, participants }),
    ),
  ];
  for (const area of ['special', 'info'])
    for (const kind of ['', '/personal', '/group', '/room'])
      for (const body of bodies)
        for (const type of ['application/json', 'text/plain', 'multipart/form-data', 'image/png']) {
          const headers = { 'content-type': type };
          const answer = await fetch(`${server.http}/chat/${area}${kind}`, { method: 'POST', headers, body });
          expect([200, 400, 406, 415], `${kind} ${type} ${body.slice(0, 80)}`).toContain(answer.status);
        }
  expect(server.chat.conversations.ofPerson(Number(alice.id))).toHaveLength(1);
});
