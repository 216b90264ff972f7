// Trials spread over processes, one a core.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Trial, TrialResult } from './trial.ts';
import type { Done } from './worker.ts';

const atOnce = 3;

export interface Failed {
  trial: Trial;
  problem: string;
}

export async function carryOutAll(
  trials: readonly Trial[],
  heard: (result: TrialResult | Failed, left: number) => void,
): Promise<void> {
  const waiting = trials.map((trial, at) => ({ trial, at }));
  let left = trials.length;
  const serveOne = (child: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      const own = new Map<number, Trial>();
      const next = (): void => {
        const task = waiting.shift();
        if (task === undefined) {
          if (own.size === 0 && child.connected) child.disconnect();
          return;
        }
        own.set(task.at, task.trial);
        child.send(task);
      };
      const end = (at: number, result: TrialResult | Failed): void => {
        own.delete(at);
        left -= 1;
        heard(result, left);
      };
      child.on('message', (done: Done) => {
        const trial = own.get(done.at);
        if (trial === undefined) return;
        end(done.at, 'result' in done ? done.result : { trial, problem: done.problem });
        next();
      });
      child.on('exit', (code) => {
        for (const [at, trial] of [...own])
          end(at, { trial, problem: `the process that ran it ended with ${code}` });
        resolve();
      });
      for (let turn = 0; turn < atOnce; turn += 1) next();
    });
  const count = Math.max(1, Math.min(availableParallelism(), Math.ceil(trials.length / atOnce)));
  const file = fileURLToPath(new URL('./worker.js', import.meta.url));
  await Promise.all(Array.from({ length: count }, () => serveOne(fork(file))));
}
