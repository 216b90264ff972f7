// Tells the guardian what to clean up should this process end without doing so itself.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';
import type { Message, Ward } from './guardian.ts';

let guardian: ChildProcess | undefined;

/** Watches something that was started; what is returned forgets it again. */
export function guard(ward: Ward): () => void {
  tell({ watch: ward });
  return () => tell({ forget: ward });
}

function tell(message: Message): void {
  guardian ??= start();
  guardian.stdin?.write(`${JSON.stringify(message)}\n`);
}

function start(): ChildProcess {
  const file = join(packageRoot(), 'dist', 'cli', 'lifecycle', 'guardian.js');
  // In a session of its own, so that Ctrl-C does not reach it; it ends when this process does.
  const child = spawn(process.execPath, [file], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.unref();
  if (child.stdin !== null && 'unref' in child.stdin && typeof child.stdin.unref === 'function')
    child.stdin.unref();
  child.stdin?.on('error', () => undefined);
  return child;
}
