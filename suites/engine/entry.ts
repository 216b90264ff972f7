// What a Vitest worker runs: every check of the run's dialect as a test, all in one file so that they run side by side.
import { inject, test } from 'vitest';
import type { RunContext } from '../kit/context.ts';
import { tellWhatIsDone } from '../kit/doing.ts';
import { loadDriver } from '../kit/driver.ts';
import { notApplicable, share } from '../kit/judge.ts';
import type { CheckOutcome } from '../kit/outcome.ts';
import { checksFor } from '../kit/registry.ts';
import { type Planned, planned } from './planned.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chatproof: RunContext;
  }
  interface TaskMeta {
    chatproof?: CheckOutcome;
  }
}

const context = inject('chatproof');
tellWhatIsDone(context.dialect);
const driver = await loadDriver(context.dialect);
const shared = await share(context, driver);

const plans = planned(await checksFor(context.dialect), shared, driver);
// What kills the target itself comes last, when nothing else is running; with a server of its own it disturbs nobody.
const killsTarget = ({ check }: Planned): boolean =>
  check.restarts && context.restart !== undefined && 'command' in context.restart;

for (const plan of plans.toSorted((one, other) => Number(killsTarget(one)) - Number(killsTarget(other)))) {
  const { check, open, reason } = plan;
  const run = killsTarget(plan) ? test : test.concurrent;
  run(check.says, { timeout: 0 }, async ({ task, skip }) => {
    if (reason !== undefined) {
      task.meta.chatproof = notApplicable(check, reason);
      skip(reason);
      return;
    }
    const outcome = await check.judge(shared, open);
    task.meta.chatproof = outcome;
    if (outcome.verdict !== 'pass') throw new Error(summary(outcome));
  });
}

function summary({ verdict, reason, failures }: CheckOutcome): string {
  return [verdict, reason, ...failures.map(({ because }) => because)].filter(Boolean).join(': ');
}
