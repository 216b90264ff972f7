import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import { call, connect, formOf, messages, shown, text, threads, threePeople, upload } from './testing.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveAsDocumented('threads');
});
afterAll(() => server.close());

const SMALL = { name: 'note.txt', bytes: 'three' };

it('reaches every socket of the receiver, the last one also after an abrupt loss, and nobody else', async () => {
  const { alice, bob, carol } = await threePeople(server);
  const [one, other] = [await connect(server, bob), await connect(server, bob)];
  const [atAlice, atCarol] = [await connect(server, alice), await connect(server, carol)];
  atAlice.says(text(bob, 'both'));
  expect([await one.next(), await other.next()]).toMatchObject([
    { message_body: 'both' },
    { message_body: 'both' },
  ]);
  one.socket.terminate();
  atAlice.says(text(bob, 'one'));
  expect(await other.next()).toMatchObject({ message_body: 'one' });
  atAlice.says(text(carol, 'fence'));
  expect(await atCarol.next()).toMatchObject({ message_body: 'fence' });
});

it('takes author and receiver from the token and the upload, whatever a client claims', async () => {
  const { alice, bob, carol } = await threePeople(server);
  const [atAlice, atBob] = [await connect(server, alice), await connect(server, bob)];
  atAlice.says({ ...text(bob, 'hi'), sender_id: carol.id });
  expect(await atBob.next()).toMatchObject({ sender_id: alice.id });
  const form = formOf(bob, 'file', SMALL);
  form.set('sender', String(carol.id));
  const stored = await upload(server, alice, form);
  expect(stored).toMatchObject({ sender: shown(alice), attached_file_size: '5B' });
  const claim = { receiver_id: carol.id, sender_id: carol.id };
  atAlice.says({ action: 'chat_message_file', message_body: 'x', chat_id: String(stored.id), ...claim });
  expect(await atBob.next()).toMatchObject({ sender_id: alice.id, receiver_id: bob.id });
});

it('keeps messages to oneself in a thread with oneself', async () => {
  const { alice } = await threePeople(server);
  const atAlice = await connect(server, alice);
  atAlice.says(text(alice, 'remember'));
  expect(await atAlice.next()).toMatchObject({ message_body: 'remember', receiver_id: alice.id });
  expect(await threads(server, alice)).toMatchObject([{ user_one: shown(alice), user_two: shown(alice) }]);
  expect(await messages(server, alice, alice)).toMatchObject([{ message: 'remember' }]);
});

it('complains about a frame of no use, to its sender alone, and goes on', async () => {
  const { alice, bob } = await threePeople(server);
  const [atAlice, atBob] = [await connect(server, alice), await connect(server, bob)];
  const odd = [
    'null',
    '7',
    '[]',
    '"text"',
    '{"action":',
    '{}',
    '{"action":"dance"}',
    '{"action":{}}',
    Buffer.from([0, 255]),
    JSON.stringify(text({ ...bob, id: '3fa85f64-5717-4562-b3fc-2c963f66afa6' }, 'nobody')),
    JSON.stringify(text({ ...bob, id: 'bob' }, 'malformed')),
    JSON.stringify(text({ ...bob, id: `urn:uuid:${bob.id}` }, 'urn')),
    JSON.stringify({ ...text(bob, ''), receiver_id: [bob.id] }),
    JSON.stringify(text(bob, '')),
    JSON.stringify(text(bob, 'with \0')),
    '{"action":"chat_message","message_body":"\\ud800","receiver_id":"x"}',
    JSON.stringify(text(bob, 'm'.repeat(1_000_000))),
    ...['0', '-1', '1e9', '999999999', '999999999999999999', 35, null, {}].map((chat_id) =>
      JSON.stringify({ action: 'chat_message_file', message_body: 'x', chat_id }),
    ),
  ];
  for (const frame of odd) {
    atAlice.socket.send(frame);
    expect(await atAlice.next()).toEqual({ action: 'error', message: expect.any(String) });
  }
  atAlice.says(text(bob, 'fence'));
  expect(await atBob.next()).toMatchObject({ message_body: 'fence' });
  expect(await messages(server, bob, alice)).toMatchObject([{ message: 'fence' }]);
});

it('gives texts and names back as they came', async () => {
  const { alice, bob } = await threePeople(server);
  const [atAlice, atBob] = [await connect(server, alice), await connect(server, bob)];
  for (const body of [' 👩‍👩‍👧 \u0001e\u0301 \u202eabc\t\r\n ', '<script>"\'\\&amp;', '𝄞'.repeat(10_000)]) {
    atAlice.says(text(bob, body));
    expect(await atBob.next()).toMatchObject({ message_body: body });
    expect((await messages(server, bob, alice)).at(-1).message).toBe(body);
  }
  const odd = { 'naïve 日本 v1.0.tar.gz': /\.gz$/, 'no ending': /[0-9a-f]$/, '../../up.PNG': /\.png$/ };
  for (const [name, path] of Object.entries(odd)) {
    const stored = await upload(server, alice, formOf(bob, 'odd', { name, bytes: name }));
    expect(stored.attached_file_name).toBe(name.split('/').at(-1));
    expect(stored.attached_file).toMatch(path);
    expect(await (await fetch(server.http + stored.attached_file)).text()).toBe(name);
  }
});

it('answers an address that cannot be read, or that is not there, below 500 and in an envelope', async () => {
  const { alice } = await threePeople(server);
  const paths = [
    '/chat/messages/%zz/',
    `/chat/messages/${alice.id}/x/`,
    '/mediafiles/attachments/a/b/c/d',
    '/mediafiles/attachments/%2e%2e/x',
  ];
  for (const path of paths) {
    const { status, body } = await call(server, alice, path);
    expect([400, 404]).toContain(status);
    expect(body).toEqual({ status: 'failure', entity: null, message: expect.any(String), success: false });
  }
});

it('refuses a bad upload below 500 and stores nothing of it', async () => {
  const { alice, bob } = await threePeople(server);
  const without = (part: string) => {
    const form = formOf(bob, 'text', SMALL);
    form.delete(part);
    return form;
  };
  const fileAsText = without('attached_file');
  fileAsText.set('attached_file', 'not a file');
  const forms = [
    ...['receiver', 'message', 'attached_file'].map(without),
    fileAsText,
    formOf('bob', 'text', SMALL),
    formOf(bob, '', SMALL),
    formOf(bob, 'with \0', SMALL),
    formOf(bob, 'text', { name: 'big', bytes: 'x'.repeat(server.chat.limits.uploadBytes + 1) }),
  ];
  for (const form of forms) {
    const { status, body } = await call(server, alice, '/chat/chat-attachment/', form);
    expect([400, 413]).toContain(status);
    expect(body).toEqual({ status: 'failure', entity: null, message: expect.any(String), success: false });
  }
  const toNobody = formOf('3fa85f64-5717-4562-b3fc-2c963f66afa6', 'text', SMALL);
  expect(await call(server, alice, '/chat/chat-attachment/', toNobody)).toMatchObject({ status: 404 });
  const bodies: [string, string][] = [
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=b', 'no part'],
    ['multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="receiver"\r\n\r\ncut'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="a"; filename="b"\r\n\r\ncut',
    ],
    ['multipart/form-data; boundary=b', '--b\r\ngarbage\r\n\r\n\r\n--b--\r\n'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--b--',
    ],
    ['application/json', JSON.stringify({ receiver: bob.id, message: 'text', attached_file: 'x' })],
    ['application/json', '{"receiver":'],
    ['text/plain', 'text'],
    ['image/png', 'bytes'],
  ];
  for (const [type, body] of bodies) {
    const status = await post(alice.token, type, body);
    expect(status, `${type} ${body}`).toBeGreaterThanOrEqual(400);
    expect(status, `${type} ${body}`).toBeLessThan(500);
  }
  expect(await messages(server, alice, bob)).toEqual([]);
  expect(await threads(server, alice)).toEqual([]);
});

it('remembers everything after a restart on the same file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'threads-'));
  const data = join(folder, 'chat.db');
  const before = await serveAsDocumented('threads', { data });
  const { alice, bob } = await threePeople(before);
  const atAlice = await connect(before, alice);
  atAlice.says(text(bob, 'while you were away'));
  atAlice.says(text(alice, 'fence'));
  await atAlice.next();
  const stored = await upload(before, alice, formOf(bob, 'with a file', SMALL));
  await before.close();

  const after = await serveAsDocumented('threads', { data });
  expect(await messages(after, bob, alice)).toEqual([
    expect.objectContaining({ message: 'while you were away' }),
    stored,
  ]);
  expect(await (await fetch(after.http + stored.attached_file)).text()).toBe(SMALL.bytes);
  const [atAliceAgain, atBob] = [await connect(after, alice), await connect(after, bob)];
  atAliceAgain.says({ action: 'chat_message_file', message_body: 'x', chat_id: String(stored.id) });
  expect(await atBob.next()).toMatchObject({ created_msg_id: stored.id });
  await after.close();
  rmSync(folder, { recursive: true });
});

function post(token: string, type: string, body: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  return new Promise((resolve, reject) => {
    const asked = request(`${server.http}/chat/chat-attachment/`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
