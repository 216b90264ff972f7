// Keeps every core busy while something runs: on such a machine a harness must give the same verdicts.
import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

export async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
  const spinning = Array.from(
    { length: availableParallelism() },
    (): ChildProcess => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  try {
    return await work();
  } finally {
    for (const child of spinning) child.kill('SIGKILL');
  }
}
