import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { check, serve } from './api.ts';

const only = ['receipts.history.newest-first', 'receipts.delivery.exactly-once'];

async function simulator(...faults: string[]) {
  const running = await serve('receipts', { faults });
  onTestFinished(() => running.close());
  return running;
}

const verdicts = ({ requirements }: Awaited<ReturnType<typeof check>>) =>
  requirements.map(({ id, verdict }) => ({ id, verdict }));

it('judges a server whose people a function of the caller makes', async () => {
  const server = await simulator('history-oldest-first');
  const asked: number[] = [];
  const report = await check({
    dialects: ['receipts'],
    target: server.http,
    only,
    seed: 4711,
    provision: ({ people }) => {
      asked.push(people);
      return server.provision({ people });
    },
  });
  expect(asked).toHaveLength(1);
  expect(report).toMatchObject({ seed: 4711, summary: { verdict: 'not conformant', exitCode: 1 } });
  expect(verdicts(report)).toEqual([
    { id: 'receipts.delivery.exactly-once', verdict: 'pass' },
    { id: 'receipts.history.newest-first', verdict: 'fail' },
  ]);
});

it('takes people and configuration as objects, and leaves no report unless asked', async () => {
  const server = await simulator();
  const cwd = mkdtempSync(join(tmpdir(), 'chatproof-'));
  const people = await server.provision({ people: 3 });
  const config = { dialects: ['receipts'], target: server.http };
  const report = await check({ config, people, only, cwd });
  expect(report.summary).toMatchObject({ verdict: 'conformant', pass: 2 });
  expect(readdirSync(cwd)).toEqual([]);
});

it('breaks and behaves on request', async () => {
  const server = await simulator();
  await server.breaks('history-oldest-first');
  const request = { dialects: ['receipts'], target: server.http, only: only.slice(0, 1) };
  const provision = () => server.provision({ people: 3 });
  expect((await check({ ...request, provision })).summary.verdict).toBe('not conformant');
  server.behaves();
  expect((await check({ ...request, provision })).summary.verdict).toBe('conformant');
});

it('reports a target that cannot be reached, and rejects a request that is wrong', async () => {
  const nowhere = { dialects: ['receipts'], target: 'http://127.0.0.1:1', people: { people: [] } };
  expect((await check(nowhere)).summary).toMatchObject({ verdict: 'unreachable', exitCode: 3 });
  await expect(check({ dialects: ['recipts'] })).rejects.toMatchObject({
    name: 'ChatproofError',
    message: 'There is no dialect "recipts". Did you mean "receipts"?',
    exitCode: 4,
  });
  const { http } = await simulator();
  const provision = () => Promise.reject(new Error('There is no database.'));
  const { summary, requirements } = await check({ dialects: ['receipts'], target: http, provision });
  expect(summary.verdict).toBe('unreachable');
  expect(requirements[0]?.reason).toContain('instead of printing people: There is no database.');
});

it('ends early when its signal says so, and still reports', async () => {
  const stop = new AbortController();
  const server = await simulator();
  const report = await check({
    dialects: ['receipts'],
    target: server.http,
    signal: stop.signal,
    provision: async () => {
      stop.abort();
      return server.provision({ people: 3 });
    },
  });
  expect(report).toMatchObject({ endedEarly: 'it was interrupted', summary: { verdict: 'inconclusive' } });
});
