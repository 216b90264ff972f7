// A long run, and how much memory the server and k6 hold meanwhile.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { LoadResult } from '../../../reports/load/model.ts';
import { packageRoot } from '../../../specs/kit/root.ts';
import { loadDriver } from '../../../suites/kit/driver.ts';
import { provision } from '../../../suites/kit/provision.ts';
import { k6OrComplain } from '../k6.ts';
import { requestOf } from '../plan.ts';
import { profileOf } from '../profile.ts';
import { chatproofLoad, resultIn } from './measured.ts';

export interface Soaked {
  /** Resident bytes after each tenth. */
  server: number[];
  k6: number[];
  result: LoadResult;
}

interface Ready {
  http: string;
  control: { url: string; secret: string };
}

export async function soaked(dialect: string, seconds: number): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-soak-'));
  const ready = join(folder, 'ready.json');
  const main = join(packageRoot(), 'dist', 'cli', 'main.js');
  const where = ['--port', '0', '--data', join(folder, 'data.sqlite'), '--ready-file', ready];
  const child = spawn(process.execPath, [main, 'serve', dialect, ...where], { stdio: 'ignore' });
  try {
    while (!existsSync(ready) || readFileSync(ready, 'utf8') === '') await setTimeout(50);
    const all: Record<string, Ready> = JSON.parse(readFileSync(ready, 'utf8'));
    const { http, control } = all[dialect] ?? { http: '', control: { url: '', secret: '' } };
    const driver = await loadDriver(dialect);
    const request = requestOf(driver, profileOf('soak', {}, {}));
    const people = await provision({ kind: 'control', ...control }, request, driver.needs);
    writeFileSync(join(folder, 'people.json'), JSON.stringify(people));
    const words = ['--target', http, '--people', join(folder, 'people.json'), '--report', folder];
    const memory: Pick<Soaked, 'server' | 'k6'> = { server: [], k6: [] };
    const stop = new AbortController();
    const looking = look(memory, {
      server: child.pid ?? 0,
      folder,
      every: seconds * 100,
      signal: stop.signal,
    });
    await chatproofLoad(dialect, [...words, '--profile', 'soak', '--seconds', String(seconds)], {
      CHATPROOF_K6: named(folder),
    });
    stop.abort();
    await looking;
    return { ...memory, result: resultIn(folder) };
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A command that is k6 and writes down its number before. */
function named(folder: string): string {
  const file = join(folder, 'k6');
  const lines = ['#!/bin/bash', `echo $$ > '${folder}/pid'`, `exec '${k6OrComplain()}' "$@"`];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o755 });
  return file;
}

async function look(
  memory: Pick<Soaked, 'server' | 'k6'>,
  { server, folder, every, signal }: { server: number; folder: string; every: number; signal: AbortSignal },
): Promise<void> {
  const pid = join(folder, 'pid');
  while (!signal.aborted) {
    await setTimeout(every, undefined, { signal }).catch(() => undefined);
    if (signal.aborted || !existsSync(pid)) continue;
    const now = { server: residentOf(server), k6: residentOf(Number(readFileSync(pid, 'utf8'))) };
    if (now.server === undefined || now.k6 === undefined) continue;
    memory.server.push(now.server);
    memory.k6.push(now.k6);
  }
}

function residentOf(pid: number): number | undefined {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
