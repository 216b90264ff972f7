// From the command to the first moment at which somebody can connect.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';

/** Milliseconds until `chatproof serve receipts` says that it is ready. */
export async function startToReady(): Promise<number> {
  const main = join(packageRoot(), 'dist', 'cli', 'main.js');
  const from = performance.now();
  const child = spawn(process.execPath, [main, 'serve', 'receipts', '--port', '0'], { stdio: 'pipe' });
  await once(child.stdout, 'data');
  const took = performance.now() - from;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return took;
}
