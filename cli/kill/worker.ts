// A process of its own that carries out trials, a few at the same time: most of a trial is waiting.
import { carryOut, type Trial, type TrialResult } from './trial.ts';

export type Done = { at: number; result: TrialResult } | { at: number; problem: string };

/** Whatever takes longer hangs: a trial waits, at most, for a few things that do not come; a control runs every check. */
const longestMs = { fault: 120_000, control: 600_000 };

process.on('message', ({ at, trial }: { at: number; trial: Trial }) => {
  const underWay = new Set<string>();
  const late = setTimeout(
    () => report({ at, problem: `it hangs at: ${[...underWay].join('; ')}` }),
    trial.patience < 1 ? longestMs.fault : longestMs.control,
  );
  carryOut(trial, underWay)
    .then(
      (result) => report({ at, result }),
      (error: unknown) =>
        report({ at, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
    .finally(() => clearTimeout(late));
});

// What hangs is not waited for.
process.on('disconnect', () => process.exit());

function report(done: Done): void {
  process.send?.(done);
}
