import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serve } from '../../reference-server/server.ts';
import type { Report } from '../../reports/model.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { chatproof } from '../testing/chatproof.ts';
import { front } from './testing/front.ts';
import { runCheck, troubles } from './testing/run-check.ts';

it.each([
  [
    ['--profile', 'fast'],
    '--profile is "fast", which does not exist. Choose from: quick, standard, thorough.',
  ],
  [['--level', 'mist'], '--level is "mist", which does not exist. Did you mean "must"?'],
  [['--seed', 'x'], '--seed is "x", but has to be a whole number from 0 on.'],
  [['--concurrency', '0'], '--concurrency is "0", but has to be a whole number from 1 on.'],
  [['--patience', '-1'], '--patience is "-1", but has to be a number above 0.'],
  [['--target', 'nonsense'], '--target is "nonsense", but has to be an address like http://127.0.0.1:8000.'],
  [
    ['--people', 'some.json'],
    '--people is "some.json", but no target is named: add --target URL, or leave it out to judge the embedded reference server.',
  ],
  [
    ['--only', 'receipts.histroy.newest-first'],
    'No requirement matches "receipts.histroy.newest-first". Did you mean "receipts.history.newest-first"?',
  ],
  [['--only', 'nothing.*'], 'No requirement matches "nothing.*". `chatproof list` shows them all.'],
  [['--format', 'htm'], '"htm" is not a report format. Did you mean "html"?'],
  [
    ['--config', 'nowhere.yaml'],
    'The configuration nowhere.yaml cannot be read: check the path given to --config.',
  ],
  [['--update-baseline'], '--update-baseline needs to know the file: add --baseline FILE.'],
])('answers %j with one sentence and exit code 4', async (words, sentence) => {
  expect(await chatproof('check', 'receipts', ...words)).toEqual({ code: 4, out: '', err: `${sentence}\n` });
});

it('wants to know which dialect a target speaks', async () => {
  const { code, err } = await chatproof('check', '--target', 'http://127.0.0.1:1');
  expect(code).toBe(4);
  expect(err).toBe(
    'The target http://127.0.0.1:1 speaks one dialect: name it, as in `chatproof check rooms --target …`.\n',
  );
});

it('judges what --only selects and --skip leaves, and nothing else', { timeout: 60_000 }, async () => {
  const ran = await runCheck(['receipts', '--only', 'receipts.history.*', '--skip', '*.newest-first']);
  expect(troubles(ran)).toEqual([]);
  const ids = ran.report?.requirements.map(({ id }) => id) ?? [];
  expect(ids.length).toBeGreaterThan(3);
  expect(ids.filter((id) => !id.startsWith('receipts.history.'))).toEqual([]);
  expect(ids).not.toContain('receipts.history.newest-first');
});

it('stops at the first failure with --bail, and says so', { timeout: 60_000 }, async () => {
  const server = await serve('receipts', {
    faults: [{ name: 'drop-message', rate: 1 }],
    onError: () => undefined,
  });
  try {
    const people = await server.provision(wishOf(await loadDriver('receipts'), 2));
    const words = ['receipts', '--target', server.http, '--bail', '--concurrency', '1', '--patience', '0.1'];
    const { code, report } = await runCheck(words, { people });
    expect(code).toBe(1);
    expect(report?.endedEarly).toBe('it stopped at the first failure (--bail)');
    expect(report?.summary.fail).toBeGreaterThan(0);
    expect(report?.summary.inconclusive).toBeGreaterThan(50);
  } finally {
    await server.close();
  }
});

it('judges a server that selects no subprotocol, and holds only that against it', {
  timeout: 60_000,
}, async () => {
  const server = await serve('actions', { onError: () => undefined });
  const outside = await front(server, { selectsNone: true });
  try {
    const people = await server.provision(wishOf(await loadDriver('actions'), 8));
    const ran = await runCheck(['actions', '--target', outside.http], { people });
    expect(troubles(ran)).toEqual([expect.stringMatching(/^\w+ actions\.auth\.socket-selects-bearer: /)]);
  } finally {
    await outside.close();
    await server.close();
  }
});

it.each(['SIGINT', 'SIGTERM'] as const)(
  'writes a whole report after %s',
  { timeout: 60_000 },
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'chatproof-'));
    const server = await serve('receipts', { latency: 50, onError: () => undefined });
    try {
      let arrived: () => void = () => undefined;
      const people = await server.provision(wishOf(await loadDriver('receipts'), 2));
      const watched = await front(server, {
        translate: ({ url = '' }) => {
          if (url.startsWith('/ws/')) arrived();
          return {};
        },
      });
      const underWay = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const ran = started(['receipts', '--target', watched.http, '--report', folder], people, folder);
      await underWay;
      ran.child.kill(signal);
      expect([1, 2]).toContain(await ran.code);
      const report: Report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
      expect(report.endedEarly).toBe('it was interrupted');
      expect(report.requirements.length).toBeGreaterThan(90);
      expect(existsSync(join(folder, 'report.html'))).toBe(true);
      await watched.close();
    } finally {
      await server.close();
    }
  },
);

function started(
  words: readonly string[],
  people: unknown,
  folder: string,
): { child: ReturnType<typeof spawn>; code: Promise<number> } {
  const file = join(folder, 'people.json');
  writeFileSync(file, JSON.stringify(people));
  const program = join(packageRoot(), 'dist/cli/main.js');
  const child = spawn(process.execPath, [program, 'check', ...words, '--people', file], { stdio: 'ignore' });
  return { child, code: new Promise((resolve) => child.on('close', (code) => resolve(code ?? -1))) };
}
