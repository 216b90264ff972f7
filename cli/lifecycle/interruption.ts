// Ctrl-C while a server is still being started: the start is given up, and what was begun is cleaned up.
import { UnreachableError } from '../../specs/kit/errors.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** The work, or an error as soon as this process is told to end; what the work then still does is nobody's business. */
export async function unlessInterrupted<T>(work: Promise<T>): Promise<T> {
  let interrupt: () => void = () => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => reject(new UnreachableError('The start of the target was interrupted.'));
  });
  for (const signal of signals) process.once(signal, interrupt);
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
    work.catch(() => undefined);
  }
}
