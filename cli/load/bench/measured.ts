// One load run against a server of its own in this process, with the processor time of k6.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../../../reference-server/fault-kit/faults.ts';
import { serve } from '../../../reference-server/server.ts';
import type { LoadResult } from '../../../reports/load/model.ts';
import { packageRoot } from '../../../specs/kit/root.ts';
import { loadDriver } from '../../../suites/kit/driver.ts';
import { k6OrComplain } from '../k6.ts';
import { requestOf } from '../plan.ts';
import { profileOf } from '../profile.ts';

export interface Measured {
  result: LoadResult;
  k6Seconds: number;
}

export interface Wish {
  faults?: Fault[];
  env?: Record<string, string>;
}

export async function measured(dialect: string, words: string[], wish: Wish = {}): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-bench-'));
  const server = await serve(dialect, { onError: () => undefined });
  try {
    for (const fault of wish.faults ?? []) await server.faults.on(fault);
    const wanted = Number(words[words.indexOf('--conversations') + 1]);
    const conversations = words.includes('--conversations') ? wanted : 20;
    const request = requestOf(await loadDriver(dialect), profileOf('smoke', { conversations }, {}));
    writeFileSync(join(folder, 'people.json'), JSON.stringify(await server.provision(request)));
    const where = ['--target', server.http, '--people', join(folder, 'people.json'), '--report', folder];
    await chatproofLoad(dialect, [...where, ...words], {
      ...wish.env,
      CHATPROOF_K6: timed(folder),
    });
    const [, minutes = '0', seconds = '0', more = '0', rest = '0'] =
      /\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s/.exec(readFileSync(join(folder, 'times'), 'utf8')) ?? [];
    const k6Seconds = (Number(minutes) + Number(more)) * 60 + Number(seconds) + Number(rest);
    return { result: resultIn(folder), k6Seconds };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function resultIn(folder: string): LoadResult {
  const { load }: { load: LoadResult } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  return load;
}

/** A command that is k6 and writes down what it used. */
function timed(folder: string): string {
  const file = join(folder, 'k6');
  const lines = [
    '#!/bin/bash',
    `'${k6OrComplain()}' "$@"`,
    'code=$?',
    `times > '${folder}/times'`,
    'exit $code',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o755 });
  return file;
}

export async function chatproofLoad(
  dialect: string,
  words: string[],
  env: Record<string, string> = {},
  started: (pid: number) => void = () => undefined,
): Promise<void> {
  const main = join(packageRoot(), 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, 'load', dialect, ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, CI: '1' },
  });
  if (child.pid !== undefined) started(child.pid);
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0 && code !== 1) throw new Error(`chatproof load ended with exit code ${String(code)}.`);
}
