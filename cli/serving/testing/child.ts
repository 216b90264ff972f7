// For tests: the compiled `chatproof serve` as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Provisioned } from '../../../reference-server/control/provision.ts';
import { packageRoot } from '../../../specs/kit/root.ts';

export interface ServingChild {
  process: ChildProcess;
  http: string;
  ws: string;
  /** Everything it has printed on standard output. */
  printed(): string;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

export async function serveChild(...words: string[]): Promise<ServingChild> {
  const main = join(packageRoot(), 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, 'serve', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = once(child, 'exit').then(([code, signal]): number | string => code ?? signal);
  while (!printed.includes('\n')) {
    const isOver = await Promise.race([ended.then(() => true), once(child.stdout, 'data').then(() => false)]);
    if (isOver) throw new Error(`serve ended with ${String(await ended)} before it was ready: ${complaint}`);
  }
  const [, http = '', ws = ''] = printed.split(/\s+/);
  return { process: child, http, ws, printed: () => printed, ended };
}

/** People from the control plane of a child that was started with --control. */
export async function provisionAt(child: ServingChild, request: object): Promise<Provisioned> {
  const [, url, secret] = /(\S+\/_control) \(secret (\w+)\)/.exec(child.printed()) ?? [];
  const headers = { 'content-type': 'application/json', 'x-control-secret': secret ?? '' };
  const answer = await fetch(`${url}/provision`, { method: 'POST', headers, body: JSON.stringify(request) });
  if (!answer.ok) throw new Error(`Provisioning at ${url} answered ${answer.status}.`);
  // The server under test has just answered with what it types as this.
  return (await answer.json()) as Provisioned;
}
