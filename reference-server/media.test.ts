import { expect, it, onTestFinished } from 'vitest';
import { addNewcomer } from './control/newcomer.ts';
import { addressFor, keepFile, safeName } from './media.ts';
import { serve } from './server.ts';

it.each([
  ['photo.jpg', 'photo.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\alice\\cv.pdf', 'cv.pdf'],
  ['a"; filename="b.html\r\nSet-Cookie: x', 'a__ filename=_b.html__Set-Cookie_ x'],
  ['...', 'file'],
  ['', 'file'],
  [`${'x'.repeat(300)}.png`, `${'x'.repeat(116)}.png`],
  ['Übersicht 2025 😀.txt', 'Übersicht 2025 😀.txt'],
])('keeps a name like %j from doing harm', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

const FILE = {
  location: '2025/11/21/4711',
  name: '../cv.pdf',
  contentType: 'text/html\r\nx: y',
  bytes: Buffer.from([0, 255, 10]),
};

it('serves the bytes that were uploaded, with no type that could do harm', async () => {
  const { server, owner } = await withMedia();
  const upload = keepFile(server.chat, owner, FILE);
  expect(upload.name).toBe('cv.pdf');
  const answer = await fetch(server.http + addressFor(server.chat, upload.location));
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(FILE.bytes);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect((await fetch(`${server.http}/media/2025/nothing.png`)).status).toBe(404);
});

it('serves a signed address until it expires, and no other', async () => {
  const { server, owner } = await withMedia(60);
  const { location } = keepFile(server.chat, owner, FILE);
  const address = server.http + addressFor(server.chat, location);
  const status = async (url: string) => (await fetch(url)).status;
  expect(await status(address)).toBe(200);
  expect(await status(address.split('?')[0] ?? '')).toBe(403);
  expect(await status(address.replace(/expires=\d/, 'expires=9'))).toBe(403);
  server.chat.clock.forward(61_000);
  expect(await status(address)).toBe(403);
  expect(await status(server.http + addressFor(server.chat, location))).toBe(200);
});

async function withMedia(mediaExpiresAfter?: number) {
  const server = await serve('receipts', mediaExpiresAfter === undefined ? {} : { mediaExpiresAfter });
  onTestFinished(() => server.close());
  return { server, owner: addNewcomer(server.chat).id };
}
