// `chatproof check` as a user types it: how long it takes from the shell, and how much of that the processor worked.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../../reports/model.ts';
import { packageRoot } from '../../../specs/kit/root.ts';

export interface Timed {
  wallMs: number;
  /** Time of all processors together, the command's own children included; undefined where it can't be read. */
  cpuMs: number | undefined;
  code: number;
  report: Report;
}

export async function timed(words: readonly string[]): Promise<Timed> {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-bench-'));
  const worked = childrenCpuMs();
  const began = performance.now();
  const program = join(packageRoot(), 'dist/cli/main.js');
  const child = spawn(
    process.execPath,
    [program, 'check', ...words, '--format', 'json', '--report', folder],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? -1)));
  const wallMs = performance.now() - began;
  const after = childrenCpuMs();
  const report: Report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  rmSync(folder, { recursive: true });
  return {
    wallMs,
    cpuMs: worked === undefined || after === undefined ? undefined : after - worked,
    code,
    report,
  };
}

/** What the processes that this one has waited for have used so far, as Linux counts it, in ticks of 10 ms. */
function childrenCpuMs(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return undefined;
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function say(what: string, figure: string, goal: string): void {
  console.log(`${what.padEnd(58)} ${figure.padStart(12)}   ${goal}`);
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
