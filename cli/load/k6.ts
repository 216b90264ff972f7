// Finds k6 and runs it.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UsageError } from '../../specs/kit/errors.ts';

export const INSTALLING =
  '`go install go.k6.io/k6/v2@v2.2.0` or as https://grafana.com/docs/k6/latest/set-up/install-k6/ says';

/** CHATPROOF_K6, else k6 on the PATH, else where `go install` puts it. */
export function findK6(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['CHATPROOF_K6'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.map((folder) => join(folder, 'k6')).find((file) => existsSync(file));
  if (onPath !== undefined) return onPath;
  const installed = goFolders(env).map((folder) => join(folder, 'bin', 'k6'));
  return installed.find((file) => existsSync(file));
}

export function k6OrComplain(env: NodeJS.ProcessEnv = process.env): string {
  const found = findK6(env);
  if (found !== undefined) return found;
  const named = env['CHATPROOF_K6'];
  throw new UsageError(
    named === undefined || named === ''
      ? `k6 is neither on the PATH nor named by CHATPROOF_K6, and there is no Docker to run its image: install it with ${INSTALLING}.`
      : `CHATPROOF_K6 is "${named}", where there is no file: give it the path of the k6 program.`,
  );
}

function goFolders(env: NodeJS.ProcessEnv): string[] {
  const known = env['GOPATH'] ?? (env['HOME'] === undefined ? undefined : join(env['HOME'], 'go'));
  try {
    const asked = execFileSync('go', ['env', 'GOPATH'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    return [String(asked).trim()];
  } catch {
    return known === undefined ? [] : [known];
  }
}

export function version(k6: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(k6, ['version'], (error, out) => resolve(error === null ? (out.split('\n')[0] ?? '') : ''));
  });
}

/** The words after `k6`; what they need from the environment is in them, so that they can be typed by hand. */
export function wordsOf(
  files: { plan: string; raw: string; script: string },
  more: readonly string[] = [],
): string[] {
  const { plan, raw, script } = files;
  return [
    'run',
    '--no-usage-report',
    '--env',
    `CHATPROOF_PLAN=${plan}`,
    ...more,
    '--out',
    `json=${raw}`,
    script,
  ];
}

export interface Ended {
  /** As a process that a signal ended has none. */
  code: number | null;
  /** The last of what it complained about. */
  complaint: string;
}

/** Go collects garbage at a heap of four times what is needed, not twice: that took k6 a fifth of its time. */
export const SETTINGS = { GOGC: '300', K6_AUTO_EXTENSION_RESOLUTION: 'false' };

/** Its progress goes to the terminal, when there is one. */
export async function runK6(
  [program, ...before]: [string, ...string[]],
  words: string[],
  signal: AbortSignal,
): Promise<Ended> {
  const live = process.stdout.isTTY && process.env['CI'] === undefined;
  // Objectives are judged on the whole output: k6 need not keep every value for its own thresholds.
  const quiet = ['--no-thresholds', ...(live ? [] : ['--quiet', '--summary-mode', 'disabled'])];
  const child = spawn(program, [...before, ...words.slice(0, 1), ...quiet, ...words.slice(1)], {
    stdio: ['ignore', live ? 'inherit' : 'ignore', 'pipe'],
    env: { ...SETTINGS, ...process.env },
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4_000);
  });
  const stop = (): void => void child.kill('SIGINT');
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, complaint }));
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
