// A server in a process of its own, so that what it needs can be told from what the clients need.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { watchShares } from './shares.ts';

/** Where the server is, and with what headers each of its people connects. */
export interface Place {
  url: string;
  people: Record<string, string>[];
}

export interface Usage {
  /** Microseconds of processor time since it started. */
  cpu: number;
  /** Resident bytes. */
  resident: number;
}

export interface BenchChild extends Place {
  usage(collectGarbage?: boolean): Promise<Usage>;
  /** Of 1, what each kind of work takes of the processor time for so many seconds. */
  shares(seconds: number): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

/** Runs a file that calls `beChild`. */
export async function startChild(file: string, ...words: string[]): Promise<BenchChild> {
  const child = fork(file, words, { execArgv: ['--expose-gc'] });
  const place: Place = await answerOf(child);
  return {
    ...place,
    async usage(collectGarbage = false) {
      child.send({ collectGarbage } satisfies Asked);
      return await answerOf<Usage>(child);
    },
    async shares(seconds) {
      child.send({ watch: seconds } satisfies Asked);
      return await answerOf<Record<string, number>>(child);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

interface Asked {
  collectGarbage?: boolean;
  /** Seconds. */
  watch?: number;
}

/** The other side: says where it is, and answers with what it has used. */
export function beChild(place: Place): void {
  process.on('message', async ({ collectGarbage, watch }: Asked) => {
    if (watch !== undefined) {
      const shares = await watchShares();
      await wait(watch * 1_000);
      process.send?.(await shares());
      return;
    }
    if (collectGarbage) globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system, resident: process.memoryUsage.rss() } satisfies Usage);
  });
  process.on('disconnect', () => process.exit());
  process.send?.(place);
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const [answer] = await once(child, 'message');
  // Both ends are this file.
  return answer as Answer;
}
