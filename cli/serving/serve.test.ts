import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { chatter } from '../../reference-server/testing/chatter.ts';
import { provisionAt, type ServingChild, serveChild } from './testing/child.ts';

const folder = mkdtempSync(join(tmpdir(), 'chatproof-'));
const FREE = ['receipts', '--port', '0'];

it('prints one line for the dialect, once the ready file is written', async () => {
  const readyFile = join(folder, 'ready.json');
  const child = await started(...FREE, '--ready-file', readyFile);
  const control = { url: `${child.http}/_control`, secret: expect.stringMatching(/^\w{32}$/) };
  expect(JSON.parse(readFileSync(readyFile, 'utf8'))).toEqual({
    receipts: { http: child.http, ws: child.ws, control },
  });
  expect(child.printed().trim().split('\n')).toHaveLength(1);
  expect(child.printed()).toMatch(/ page http:\/\/127\.0\.0\.1:\d+\/#\w{32}$/m);
});

it.each(['SIGINT', 'SIGTERM'] as const)(
  'closes its sockets with 1001 and exits with 0 on %s',
  async (signal) => {
    const child = await started(...FREE, '--control');
    const { people, rooms } = await provisionAt(child, { people: 2, rooms: [['p1', 'p2']] });
    const headers = { authorization: `Bearer ${people[0]?.token}` };
    const atAlice = await chatter(`${child.ws}/ws/chat/${rooms[0]?.id}/`, { headers });
    child.process.kill(signal);
    expect(await atAlice.closed).toBe(1001);
    expect(await child.ended).toBe(0);
  },
);

it('lets the addresses of files expire on request', async () => {
  for (const [words, expires] of [
    [[], null],
    [['--media-expires', '60'], expect.stringMatching(/^\d{4}-/)],
  ] as const) {
    const child = await started('rooms', '--port', '0', ...words);
    const body = new FormData();
    body.set('myFile', new Blob(['x']), 'x.txt');
    const answer = await fetch(`${child.http}/api/rooms/upload`, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ expiration_time: expires });
  }
});

it('takes limits from the command line', async () => {
  const child = await started(
    ...FREE,
    '--control',
    '--limit',
    'textCharacters=3',
    '--limit',
    'connections=1',
  );
  const { people, rooms } = await provisionAt(child, { people: 2, rooms: [['p1', 'p2']] });
  const address = `${child.ws}/ws/chat/${rooms[0]?.id}/`;
  const headers = people.map(({ token }) => ({ authorization: `Bearer ${token}` }));
  const atAlice = await chatter(address, { headers: headers[0] ?? {} });
  await atAlice.next();
  atAlice.says({ message: 'four' });
  expect(await atAlice.next()).toMatchObject({ type: 'error' });
  await expect(chatter(address, { headers: headers[1] ?? {} })).rejects.toThrow('503');
});

it('offers no control plane unless it is asked for', async () => {
  const child = await started(...FREE);
  expect((await fetch(`${child.http}/_control/counters`)).status).toBe(404);
});

it('says in one sentence why it cannot serve, and exits with 4', async () => {
  const notOurs = join(folder, 'not-ours.sqlite');
  writeFileSync(notOurs, 'This is no database.'.repeat(100));
  const child = await started(...FREE);
  const port = new URL(child.http).port;
  await expect(serveChild('receipts', '--port', port)).rejects.toThrow(
    `with 4 before it was ready: Port ${port} on`,
  );
  await expect(serveChild(...FREE, '--data', notOurs)).rejects.toThrow(
    'with 4 before it was ready: The data file',
  );
  await expect(serveChild(...FREE, '--fault', 'drop-mesage')).rejects.toThrow('Did you mean "drop-message"?');
  await expect(serveChild(...FREE, '--limit', 'frameByte=1')).rejects.toThrow('Did you mean "frameBytes"?');
  await expect(serveChild(...FREE, '--limit', 'connections=many')).rejects.toThrow('connections=20000');
  await expect(serveChild('receits', '--port', '0')).rejects.toThrow('Did you mean "receipts"?');
  await expect(serveChild('receipts', '--port', 'any')).rejects.toThrow('--port is "any"');
  await expect(serveChild('receipts', 'rooms', '--port', '65535')).rejects.toThrow('from 0 to 65534');
});

async function started(...words: string[]): Promise<ServingChild> {
  const child = await serveChild(...words);
  onTestFinished(async () => {
    child.process.kill('SIGKILL');
    await child.ended;
  });
  return child;
}
