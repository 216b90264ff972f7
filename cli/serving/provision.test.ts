import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { serve } from '../../reference-server/server.ts';
import { chatproof } from '../testing/chatproof.ts';

const folder = mkdtempSync(join(tmpdir(), 'chatproof-'));

async function ready(...dialects: string[]): Promise<string> {
  const servers = await Promise.all(dialects.map((dialect) => serve(dialect, { control: true })));
  onTestFinished(async () => void (await Promise.all(servers.map((server) => server.close()))));
  const file = join(folder, `${dialects.join('-')}.json`);
  writeFileSync(
    file,
    JSON.stringify(Object.fromEntries(servers.map((one) => [one.dialect, one])), [
      'receipts',
      'rooms',
      'control',
      'url',
      'secret',
    ]),
  );
  return file;
}

it('makes people on the server that a ready file names', async () => {
  const file = await ready('receipts');
  const { code, out } = await chatproof(
    'provision',
    '--ready-file',
    file,
    '--people',
    '3',
    '--room',
    'p1,p2',
  );
  expect(code).toBeUndefined();
  expect(JSON.parse(out)).toMatchObject({
    people: [{ key: 'p1' }, { key: 'p2' }, { key: 'p3' }],
    rooms: [{}],
  });
});

it('makes what a request says', async () => {
  const [file, request] = [await ready('receipts', 'rooms'), join(folder, 'request.json')];
  writeFileSync(request, JSON.stringify({ people: 4, rooms: [], groups: [] }));
  const { out } = await chatproof('provision', 'rooms', '--ready-file', file, '--request', request);
  expect(JSON.parse(out).people).toHaveLength(4);
});

it('says in one sentence which server it cannot find', async () => {
  const file = await ready('receipts', 'rooms');
  const sentence = async (...words: string[]) => (await chatproof('provision', ...words)).err;
  expect(await sentence()).toBe(
    'Which server? Give --ready-file FILE, or both --control URL and --secret SECRET.\n',
  );
  expect(await sentence('--ready-file', file)).toContain('has 2 dialects: name one of receipts, rooms.');
  expect(await sentence('recipts', '--ready-file', file)).toContain('Did you mean "receipts"?');
  expect(await sentence('--ready-file', 'nowhere')).toContain('The file nowhere cannot be read');
});
