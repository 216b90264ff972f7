import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../specs/kit/root.ts';
import { type Installed, installPackage, npmInstall, type Ran, sizeOf } from './installed.ts';

const NODES = ['20.19.0', '22.23.3', '24.21.0'];
let installed: Installed;

beforeAll(async () => {
  installed = await installPackage();
}, 300_000);

afterAll(async () => {
  await installed.remove();
});

const main = join('node_modules', 'chatproof', 'dist', 'cli', 'main.js');
const chatproof = (...words: string[]): Promise<Ran> => installed.run('node', main, ...words);

it('judges the embedded reference server', async () => {
  const { code, out, err } = await installed.run('npx', '--no-install', 'chatproof', 'check', 'receipts');
  expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining('Error') });
  expect(out).toContain('✓ conformant');
  for (const file of ['report.json', 'report.html', 'junit.xml', 'report.md'])
    expect(readFileSync(join(installed.folder, 'chatproof-report', file), 'utf8')).not.toBe('');
});

it.each([
  [['list', 'receipts'], 'receipts.history.newest-first'],
  [['explain', 'receipts.history.newest-first'], 'suites/receipts/history.check.ts'],
  [['serve', '--help'], '--ready-file'],
  [['load', '--help'], 'k6'],
  [['doctor', 'receipts'], 'what alice says reaches bob'],
  [['diff', 'chatproof-report/report.json', 'chatproof-report/report.json'], 'nothing got worse'],
  [['help', 'people'], 'provision'],
])('answers %j', async (words, text) => {
  const { code, out } = await chatproof(...words);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(text) });
});

it('serves every dialect, with the pages of those that have some', async () => {
  writeFileSync(
    join(installed.folder, 'serve.mjs'),
    `import { serve } from 'chatproof';
     const server = await serve('dialogues');
     console.log((await fetch(server.http)).status);
     await server.close();`,
  );
  expect(await installed.run('node', 'serve.mjs')).toEqual({ code: 0, out: '200\n', err: '' });
});

it('gives a strict program its types without any types of ours', async () => {
  writeFileSync(
    join(installed.folder, 'use.ts'),
    `import { check, ChatproofError, type Report, serve } from 'chatproof';
     const server = await serve('receipts', { faults: ['drop-message'] });
     const report: Report = await check({ target: server.http, provision: ({ people }) => server.provision({ people }) });
     export const verdict: 'conformant' | 'not conformant' | 'inconclusive' | 'unreachable' | 'harness error' =
       report.summary.verdict;
     export const code: number = new ChatproofError('', 4).exitCode;
     // @ts-expect-error: the key is "dialects"
     await check({ dialect: ['receipts'] });`,
  );
  await npmInstall(installed.folder, '@types/node@20');
  const tsc = join(packageRoot(), 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node'];
  expect(await installed.run('node', tsc, ...options, 'use.ts')).toEqual({ code: 0, out: '', err: '' });
});

it('satisfies publint', async () => {
  const tool = join(packageRoot(), 'node_modules', '.bin', 'publint');
  expect(await installed.run(tool, 'run', installed.tarball, '--strict')).toMatchObject({ code: 0, err: '' });
});

it('has the types that every way of importing it resolves to', async () => {
  const attw = join(packageRoot(), 'node_modules', '.bin', 'attw');
  const { code, out } = await installed.run(attw, installed.tarball, '--profile', 'esm-only', '--no-emoji');
  expect(code, out).toBe(0);
});

it('takes at most 120 MB', async () => {
  const bytes = await sizeOf(join(installed.folder, 'node_modules'));
  expect(bytes / 1e6).toBeLessThan(120);
});

it('leaves nothing in its own folder when it runs', async () => {
  const own = join(installed.folder, 'node_modules', 'chatproof');
  const before = await sizeOf(own);
  await chatproof('check', 'receipts', '--only', 'receipts.history.*', '--format', 'json');
  expect(await sizeOf(own)).toBe(before);
});

it.each(NODES)(
  'runs on Node %s',
  async (version) => {
    const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
    await npmInstall(installed.folder, `node-under-test@npm:${name}@${version}`);
    const node = join(installed.folder, 'node_modules', 'node-under-test', 'bin', 'node');
    expect((await installed.run(node, '--version')).out).toBe(`v${version}\n`);
    const checked = await installed.run(node, main, 'check', 'receipts', '--format', 'console');
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('✓ conformant') });
    expect(await installed.run(node, 'serve.mjs')).toEqual({ code: 0, out: '200\n', err: '' });
  },
  300_000,
);
