// For tests: a folder with a configuration whose lifecycle starts the compiled reference server.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { packageRoot } from '../../../specs/kit/root.ts';
import type { Config, LifecycleConfig } from '../../config/config.ts';
import { freePort } from '../../free-port.ts';

const main = join(packageRoot(), 'dist', 'cli', 'main.js');

export interface Project {
  folder: string;
  port: number;
  /** Starts the server that keeps its data; it writes its process id to "pid". */
  serve: string;
  run(...words: string[]): Running;
}

export interface Running {
  process: ChildProcess;
  printed(): string;
  ended: Promise<number | string>;
}

export async function project(
  lifecycle: (project: Pick<Project, 'folder' | 'port' | 'serve'>) => LifecycleConfig,
  more: Config = {},
): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-lifecycle-'));
  const port = await freePort();
  const serve = 'exec sh serve.sh';
  // A script of its own: in a subshell, $$ would be the process id of the shell around it.
  writeFileSync(
    join(folder, 'serve.sh'),
    `echo $$ > pid; exec "${process.execPath}" "${main}" serve receipts --port ${port} --data data.sqlite --ready-file ready.json\n`,
  );
  const config: Config = {
    dialects: ['receipts'],
    target: `http://127.0.0.1:${port}`,
    provision: `"${process.execPath}" "${main}" provision receipts --ready-file ready.json --request -`,
    only: ['receipts.history.newest-first'],
    lifecycle: lifecycle({ folder, port, serve }),
    ...more,
  };
  writeFileSync(join(folder, 'chatproof.config.yaml'), stringify(config));
  return { folder, port, serve, run: (...words) => run(folder, words) };
}

function run(cwd: string, words: readonly string[]): Running {
  const child = spawn(process.execPath, [main, ...words], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const ended = once(child, 'close').then(([code, signal]): number | string => code ?? signal);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { process: child, printed: () => printed, ended };
}
