// What a Vitest worker runs: every check of the run's dialect as a test, all in one file so that they run side by side.
import { inject, test } from 'vitest';
import type { RunContext } from '../kit/context.ts';
import { loadDriver } from '../kit/driver.ts';
import { notApplicable, share } from '../kit/judge.ts';
import type { CheckOutcome } from '../kit/outcome.ts';
import { checksFor } from '../kit/registry.ts';
import { planned } from './planned.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chatproof: RunContext;
  }
  interface TaskMeta {
    chatproof?: CheckOutcome;
  }
}

const context = inject('chatproof');
const driver = await loadDriver(context.dialect);
const shared = await share(context, driver);

for (const { check, open, reason } of planned(await checksFor(context.dialect), shared, driver)) {
  test.concurrent(check.says, { timeout: 0 }, async ({ task, skip }) => {
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
