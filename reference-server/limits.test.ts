// Uploads and texts; the limits of frames, bodies, connections and time are in server.test.ts.
import { expect, it, onTestFinished } from 'vitest';
import type { Limits } from './limits.ts';
import { serve } from './server.ts';
import { inRoom, roomOfTwo } from './testing/chatter.ts';

const KILO = 1_000;

it('stores a file of the greatest size, and refuses one that is a byte larger', async () => {
  const { upload, uploads } = await threads({ uploadBytes: 5 * KILO });
  expect((await upload(form(Buffer.alloc(5 * KILO + 1)))).status).toBe(413);
  expect(uploads()).toEqual([]);
  expect((await upload(form(Buffer.alloc(5 * KILO, 7)))).status).toBe(201);
  expect(uploads()).toEqual([{ name: 'file.bin', size: 5 * KILO }]);
});

it.each([
  ['a field that is too long', (body: FormData) => body.set('message', 'x'.repeat(8 * KILO)), 413],
  [
    'too many files',
    (body: FormData) => many(5, () => body.append('attached_file', new Blob(['x']), 'x')),
    413,
  ],
  ['too many fields', (body: FormData) => many(30, (i) => body.append(`field ${i}`, 'x')), 413],
])('refuses %s and stores nothing', async (_what, change, status) => {
  const { upload, uploads } = await threads({ bodyBytes: 5 * KILO });
  const body = form(Buffer.from('x'));
  change(body);
  const answer = await upload(body);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(uploads()).toEqual([]);
});

it('takes a text of the greatest length, in characters, and refuses a longer one everywhere', async () => {
  const server = await serve('receipts', { limits: { textCharacters: 5 } });
  onTestFinished(() => server.close());
  const { alice, room } = await roomOfTwo(server);
  const atAlice = await inRoom(server, alice, room);
  atAlice.says({ message: '😀'.repeat(6) });
  expect(await atAlice.next()).toMatchObject({
    type: 'error',
    message: expect.stringContaining('more than 5'),
  });
  atAlice.says({ message: '😀'.repeat(5) });
  const [sent] = (await atAlice.hears(2)) as { message: { message_id: number } }[];
  const edit = async (text: string) => {
    const headers = { authorization: `Bearer ${alice.token}`, 'content-type': 'application/json' };
    const address = `${server.http}/en/api/v1/messages/${sent?.message.message_id}/edit`;
    return (await fetch(address, { method: 'PUT', headers, body: JSON.stringify({ text }) })).status;
  };
  expect([await edit('123456'), await edit('12345')]).toEqual([400, 200]);
});

it.each([
  [
    'a form that breaks off',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="mess',
  ],
  ['a form without its boundary', 'multipart/form-data', 'message=hello'],
  ['a form that is none', 'multipart/form-data; boundary=x', 'hello'],
])('answers %s with 400 or 415, and goes on', async (_what, contentType, body) => {
  const { upload, uploads } = await threads({});
  expect([400, 415]).toContain((await upload(body, contentType)).status);
  expect(uploads()).toEqual([]);
  expect((await upload(form(Buffer.from('fine')))).status).toBe(201);
});

it('keeps a hostile name out of paths and headers', async () => {
  const { server, upload, uploads } = await threads({});
  const answer = await upload(form(Buffer.from('x'), '../../../etc/passwd\r\nSet-Cookie: a=b.html'));
  const { entity } = (await answer.json()) as { entity: { message: { attached_file: string } } };
  expect(uploads()).toMatchObject([{ name: expect.not.stringMatching(/[/\r\n]/) }]);
  const file = await fetch(server.http + new URL(entity.message.attached_file, server.http).pathname);
  expect(file.status).toBe(200);
  expect(file.headers.get('set-cookie')).toBeNull();
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
});

async function threads(limits: Partial<Limits>) {
  const server = await serve('threads', { limits });
  onTestFinished(() => server.close());
  const { people } = await server.provision({ people: 2 });
  const [alice, bob] = people;
  const upload = (body: FormData | string, contentType?: string) => {
    if (body instanceof FormData) body.set('receiver', String(bob?.id));
    const type = contentType === undefined ? {} : { 'content-type': contentType };
    const headers = { authorization: `Bearer ${alice?.token}`, ...type };
    return fetch(`${server.http}/chat/chat-attachment/`, { method: 'POST', headers, body });
  };
  const uploads = () => server.chat.store.database.rows('select name, size from uploads');
  return { server, upload, uploads };
}

function form(bytes: Buffer, name = 'file.bin'): FormData {
  const body = new FormData();
  body.set('message', 'Look.');
  body.set('attached_file', new Blob([new Uint8Array(bytes)]), name);
  return body;
}

function many(times: number, act: (i: number) => void): void {
  for (let i = 0; i < times; i += 1) act(i);
}
