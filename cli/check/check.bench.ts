// npm run bench:check: how long `chatproof check` takes from the shell, with and without a slow target.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../reference-server/server.ts';
import type { Report } from '../../reports/model.ts';
import { dialectNames } from '../../specs/kit/dialect.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { wishOf } from '../../suites/kit/request.ts';

interface Timed {
  wallMs: number;
  code: number;
  report: Report;
}

const runs = Number(process.argv[2] ?? 3);

/** The command as a user types it. */
async function timed(words: readonly string[]): Promise<Timed> {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-bench-'));
  const began = performance.now();
  const command = [
    join(packageRoot(), 'dist/cli/main.js'),
    'check',
    ...words,
    '--format',
    'json',
    '--report',
    folder,
  ];
  const child = spawn(process.execPath, command, { stdio: 'ignore' });
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? -1)));
  const wallMs = performance.now() - began;
  return { wallMs, code, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function several(words: readonly string[]): Promise<Timed[]> {
  const all: Timed[] = [];
  for (let n = 0; n < runs; n += 1) all.push(await timed(words));
  return all;
}

function say(what: string, figure: string, goal: string): void {
  console.log(`${what.padEnd(58)} ${figure.padStart(12)}   goal ${goal}`);
}

const whole = await several([]);
say(
  'all dialects, quick, from the shell, median',
  `${(median(whole.map(({ wallMs }) => wallMs)) / 1000).toFixed(2)} s`,
  '≤ 8 s',
);
say(
  'checks a second while the report ran',
  median(whole.map(({ report }) => (report.checks.length / report.durationMs) * 1000)).toFixed(0),
  '≥ 60',
);
say(
  'runs that were conformant',
  `${whole.filter(({ code }) => code === 0).length} of ${whole.length}`,
  'all',
);
for (const dialect of dialectNames()) {
  const one = await several([dialect]);
  say(
    `${dialect}, from the shell, median`,
    `${(median(one.map(({ wallMs }) => wallMs)) / 1000).toFixed(2)} s`,
    '≤ 2.5 s',
  );
}

let slow = 0;
for (const dialect of dialectNames()) {
  const server = await serve(dialect, { latency: 20, onError: () => undefined });
  const people = join(mkdtempSync(join(tmpdir(), 'chatproof-bench-')), 'people.json');
  writeFileSync(people, JSON.stringify(await server.provision(wishOf(await loadDriver(dialect), 8))));
  const { wallMs, code } = await timed([dialect, '--target', server.http, '--people', people]);
  slow += wallMs;
  say(`${dialect} with 20 ms latency (exit code ${code})`, `${(wallMs / 1000).toFixed(2)} s`, '');
  await server.close();
}
say('all dialects one after the other with 20 ms latency', `${(slow / 1000).toFixed(2)} s`, '≤ 25 s');
