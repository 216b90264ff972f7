// A process of its own that carries out trials, a few at the same time: most of a trial is waiting.
import { carryOut, type Trial, type TrialResult } from './trial.ts';

export type Done = { at: number; result: TrialResult } | { at: number; problem: string };

process.on('message', ({ at, trial }: { at: number; trial: Trial }) => {
  carryOut(trial).then(
    (result) => report({ at, result }),
    (error: unknown) =>
      report({ at, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

function report(done: Done): void {
  process.send?.(done);
}
