import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dialectNames } from '../../specs/kit/dialect.ts';
import { chatproof } from '../testing/chatproof.ts';
import type { Visit } from './doctor.ts';
import { picky } from './testing/picky-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'chatproof-'));
let files = 0;

function file(content: string): string {
  files += 1;
  const path = join(folder, `${files}`);
  writeFileSync(path, content);
  return path;
}

interface Found {
  code: number | undefined;
  visit: Visit;
  /** The step that failed. */
  wrong: Visit['steps'][number] | undefined;
}

async function visited(...words: string[]): Promise<Found> {
  const { code, out, err } = await chatproof('doctor', ...words, '--json');
  expect(err).toBe('');
  const [visit]: Visit[] = JSON.parse(out);
  if (visit === undefined) throw new Error('No visit was told.');
  return { code, visit, wrong: visit.steps.find(({ ok }) => ok === false) };
}

const nobody = file('{ "people": [] }');

it.each(dialectNames())('finds nothing wrong with the reference server of %s', async (dialect) => {
  const { code, wrong } = await visited(dialect);
  expect({ code, wrong }).toEqual({ code: 0, wrong: undefined });
});

it('says that nothing listens, and what was not tried because of it', async () => {
  const { code, visit, wrong } = await visited(
    'receipts',
    '--target',
    'http://127.0.0.1:1',
    '--people',
    nobody,
  );
  expect(code).toBe(3);
  expect(wrong).toMatchObject({ name: 'reach HTTP', says: 'Nothing listens at http://127.0.0.1:1.' });
  expect(visit.steps.filter(({ ok }) => ok === undefined).map(({ name }) => name)).toEqual([
    'open a socket',
    'find people',
    'authenticate',
    'message there',
    'message back',
  ]);
});

it('tells a server that is silent from one that speaks something else', async () => {
  const [silent, ssh] = await Promise.all([listening(undefined), listening('SSH-2.0-example\r\n')]);
  const patience = ['--people', nobody, '--patience', '0.1'];
  const hanging = await visited('receipts', '--target', `http://127.0.0.1:${silent}`, ...patience);
  expect(hanging.wrong).toMatchObject({ says: expect.stringContaining('gives no answer within 500 ms') });
  const other = await visited('receipts', '--target', `http://127.0.0.1:${ssh}`, ...patience);
  expect(other.wrong).toMatchObject({ name: 'reach HTTP', says: expect.stringContaining('does not') });
  const secure = await visited('receipts', '--target', `https://127.0.0.1:${ssh}`, ...patience);
  expect(secure.wrong?.mend).toBe(`Try --target http://127.0.0.1:${ssh}.`);
});

async function listening(greeting: string | undefined): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    if (greeting !== undefined) socket.end(greeting);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

it('names what is wrong with the people', async () => {
  const { http } = await picky({});
  const target = ['receipts', '--target', http];
  expect((await visited(...target)).wrong).toMatchObject({
    name: 'find people',
    says: expect.stringContaining('--provision COMMAND'),
    mend: expect.stringContaining('chatproof init'),
  });
  const three = [1, 2, 3].map((id) => ({ key: `p${id}`, id, email: `p${id}@example.test` }));
  const people = file(JSON.stringify({ people: three }));
  expect((await visited(...target, '--people', people)).wrong?.says).toContain(
    'gives person "p1" no "token"',
  );
  const broken = await visited(...target, '--provision', 'echo no database >&2; exit 1');
  expect(broken.wrong?.says).toContain('instead of printing people: no database');
});

it.each([
  [{ wantsOrigin: true }, 'headers:\n  ws:\n    Origin: '],
  [{ ws: { query: 'token' } }, 'auth:\n  ws:\n    query: token\n'],
  [{ ws: { cookie: 'sessionid' } }, 'auth:\n  ws:\n    cookie: sessionid\n'],
  [{ http: 'Token {token}' }, 'auth:\n  http:\n    header: Authorization\n    value: Token {token}\n'],
  [{ room: '/ws/chat/{room_id}' }, 'paths:\n  room: /ws/chat/{room_id}\n'],
  [{ room: '/chat/{room_id}/' }, 'paths:\n  room: /chat/{room_id}/\n'],
])('finds the way in to a server that is picky: %j', async (manners, write) => {
  const { http, people } = await picky(manners);
  const { code, wrong } = await visited(
    'receipts',
    '--target',
    http,
    '--people',
    file(JSON.stringify(people)),
  );
  expect(code).toBe(3);
  expect(wrong).toMatchObject({ name: 'authenticate', mend: expect.stringContaining('It works with') });
  expect(wrong?.write).toContain(write);
  const config = file(wrong?.write ?? '');
  const again = await visited(
    'receipts',
    '--target',
    http,
    '--config',
    config,
    '--people',
    file(JSON.stringify(people)),
  );
  expect(again).toMatchObject({ code: 0, wrong: undefined });
});

it.each(['actions', 'rooms', 'threads'])('tries the token over HTTP, too: %s', async (dialect) => {
  const { http, people } = await picky({ dialect, http: 'Token {token}' });
  const { wrong } = await visited(dialect, '--target', http, '--people', file(JSON.stringify(people)));
  expect(wrong).toMatchObject({
    name: expect.stringMatching(/history|ask over HTTP/),
    says: expect.stringContaining('is answered with 401'),
    write: 'auth:\n  http:\n    header: Authorization\n    value: Token {token}\n',
  });
});

it('asks for a path that it cannot guess, and shows the documented one', async () => {
  const { http, people } = await picky({ room: '/elsewhere/{room_id}' });
  const { wrong } = await visited('receipts', '--target', http, '--people', file(JSON.stringify(people)));
  expect(wrong).toMatchObject({ name: 'authenticate', write: 'paths:\n  room: /ws/chat/{room_id}/\n' });
  expect(wrong?.says).toContain('(room) is refused with HTTP 404.');
});

it('shows what was heard when a message does not arrive, and no token', async () => {
  const { http, people } = await picky({ faults: ['drop-message'] });
  const { code, out } = await chatproof(
    'doctor',
    'receipts',
    '--target',
    http,
    '--people',
    file(JSON.stringify(people)),
    '--patience',
    '0.2',
  );
  expect(code).toBe(3);
  expect(out).toMatch(/✗ message there {3}No chatMessage frame came to bob/);
  expect(out).toContain('sent by alice {"message":');
  expect(out).toContain('heard by bob []');
  for (const { token } of people.people) expect(out).not.toContain(token);
});
