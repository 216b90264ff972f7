import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { project } from './testing/project.ts';

const patience = { timeout: 30_000, interval: 20 };

/** Settles once the file is there and holds something. */
async function written(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await vi.waitUntil(() => existsSync(path) && readFileSync(path, 'utf8').trim() !== '', patience);
  return readFileSync(path, 'utf8').trim();
}

function isAlive(pid: string): boolean {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

it('starts the target, judges it, keeps what it printed, and ends it', async () => {
  const { folder, run } = await project(({ serve }) => ({ start: serve }));
  const { ended, printed } = run('check');
  expect(await ended, printed()).toBe(0);
  expect(printed()).toContain('Log of the target: chatproof-report/target.log');
  expect(readFileSync(join(folder, 'chatproof-report', 'target.log'), 'utf8')).toMatch(/^receipts {2}http:/);
  expect(isAlive(await written(folder, 'pid'))).toBe(false);
});

it('kills it and starts it again for the checks that ask whether anything is lost', async () => {
  const { folder, run } = await project(({ serve }) => ({ start: serve }), {
    only: ['receipts.durability.*', 'receipts.history.newest-first'],
    profile: 'standard',
  });
  const { ended, printed } = run('check');
  expect(await ended, printed()).toBe(0);
  const log = readFileSync(join(folder, 'chatproof-report', 'target.log'), 'utf8');
  expect(log.match(/^receipts {2}http:/gm)?.length).toBeGreaterThan(1);
});

it('stops it with its own command, whatever that leaves behind', async () => {
  const { folder, run } = await project(({ serve }) => ({ start: serve, stop: 'echo stopped > stopped' }));
  expect(await run('check').ended).toBe(0);
  expect(readFileSync(join(folder, 'stopped'), 'utf8')).toBe('stopped\n');
  expect(isAlive(await written(folder, 'pid'))).toBe(false);
});

it('restarts it with its own command', async () => {
  const lifecycle = ({ serve }: { serve: string }) => ({
    start: serve,
    restart: `kill -9 $(cat pid); ${serve} >/dev/null 2>&1 & echo again > restarted`,
    stop: 'kill $(cat pid)',
  });
  const { folder, run } = await project(lifecycle, {
    only: ['receipts.durability.*', 'receipts.history.newest-first'],
    profile: 'standard',
  });
  const { ended, printed } = run('check');
  expect(await ended, printed()).toBe(0);
  expect(await written(folder, 'restarted')).toBe('again');
  await vi.waitUntil(() => !isAlive(readFileSync(join(folder, 'pid'), 'utf8').trim()), patience);
});

it.each([
  [
    'ends at once',
    'echo no such module; exit 3',
    'ended with 3 before the server was ready. It printed last: no such module',
  ],
  [
    'never answers',
    'exec sleep 1000',
    'below 500 within 600 ms: correct lifecycle.ready, or raise --patience.',
  ],
])('says why a target that %s is unreachable', async (_, start, sentence) => {
  const { run } = await project(() => ({ start }));
  const { ended, printed } = run('check', '--patience', '0.01');
  expect(await ended).toBe(3);
  expect(printed()).toContain(sentence);
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends the target on %s, and still reports', async (signal) => {
  const { folder, run } = await project(({ serve }) => ({ start: serve }), { only: ['receipts.*'] });
  const { process: child, ended, printed } = run('check');
  const pid = await written(folder, 'ready.json').then(() => written(folder, 'pid'));
  child.kill(signal);
  expect([2, 3], printed()).toContain(await ended);
  expect(existsSync(join(folder, 'chatproof-report', 'report.json'))).toBe(true);
  expect(isAlive(pid)).toBe(false);
});

it('gives up a start that is interrupted', async () => {
  const { folder, run } = await project(() => ({ start: 'echo $$ > pid; exec sleep 1000' }));
  const { process: child, ended, printed } = run('check');
  const pid = await written(folder, 'pid');
  child.kill('SIGINT');
  expect(await ended).toBe(3);
  expect(printed()).toContain('The start of the target was interrupted.');
  expect(isAlive(pid)).toBe(false);
});

it('ends the target even when chatproof itself is killed', async () => {
  const { folder, run } = await project(({ serve }) => ({ start: serve }), { only: ['receipts.*'] });
  const { process: child, ended } = run('check');
  const pid = await written(folder, 'ready.json').then(() => written(folder, 'pid'));
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  await vi.waitUntil(() => !isAlive(pid), patience);
});

it('starts nothing for a target that the command line names', async () => {
  const { folder, port, run } = await project(({ serve }) => ({ start: serve }));
  const { ended } = run('check', '--target', `http://127.0.0.1:${port}`);
  expect(await ended).toBe(3);
  expect(existsSync(join(folder, 'pid'))).toBe(false);
});

it.each([
  ['two ways to start', { start: 'x', compose: 'y' }, 'lifecycle has start and compose: choose one of them'],
  ['a container without a port', { container: { image: 'x' } }, 'lifecycle.container has no `ports`'],
  [
    'a compose file that is not there',
    { compose: 'nowhere.yaml' },
    'The compose file nowhere.yaml does not exist',
  ],
])('names a mistake in the configuration: %s', async (_, lifecycle, sentence) => {
  const { run } = await project(() => lifecycle);
  const { ended, printed } = run('check');
  expect(await ended).toBe(4);
  expect(printed()).toContain(sentence);
});
