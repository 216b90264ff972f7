// Runs the checks of one or more dialects through Vitest's Node API and gives back what each check found.
import { fileURLToPath } from 'node:url';
import type { TestCase, TestModule } from 'vitest/node';
import { createVitest } from 'vitest/node';
import { packageRoot } from '../../specs/kit/root.ts';
import type { RunContext } from '../kit/context.ts';
import { type Doing, hearWhatIsDone } from '../kit/doing.ts';
import type { CheckOutcome } from '../kit/outcome.ts';
import type {} from './entry.ts';
import { withoutSignalListeners } from './signals.ts';

export interface Progress {
  /** A check has begun. */
  began?(says: string): void;
  ended?(outcome: CheckOutcome): void;
  /** How many checks there are, once that is known. */
  counted?(total: number): void;
  /** What all workers together have done so far; several times a second. */
  done?(all: Doing): void;
}

export interface EngineResult {
  outcomes: CheckOutcome[];
  /** What broke in the harness outside any check. */
  errors: string[];
}

export interface EngineOptions {
  progress?: Progress;
  /** Ends the run early; what was found until then is given back. */
  signal?: AbortSignal;
}

/** So many dialects are judged side by side. */
export const atATime = 2;

export async function runChecks(
  contexts: readonly RunContext[],
  { progress = {}, signal }: EngineOptions = {},
): Promise<EngineResult> {
  const outcomes: CheckOutcome[] = [];
  const errors: string[] = [];
  const entry = fileURLToPath(
    new URL(`./entry${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
  );
  const counts = new Map<string, number>();
  const ended = (test: TestCase): void => {
    const outcome = test.meta().chatproof;
    const result = test.result();
    if (outcome === undefined) {
      // A check that a cancelled run never began has nothing to say: its requirements stay unjudged.
      if (result.state === 'failed')
        errors.push(`${test.name}: ${result.errors.map(({ message }) => message).join('; ')}`);
    } else {
      outcomes.push(outcome);
      progress.ended?.(outcome);
    }
  };
  const vitest = await withoutSignalListeners(() =>
    createVitest(
      'test',
      {
        root: packageRoot(),
        config: false,
        watch: false,
        run: true,
        // Silence of Vitest's own: what is printed is up to the command line.
        reporters: [
          {
            onTestModuleCollected(module: TestModule) {
              counts.set(module.project.name, [...module.children.allTests()].length);
              progress.counted?.([...counts.values()].reduce((sum, count) => sum + count, 0));
            },
            onTestCaseReady: (test: TestCase) => progress.began?.(test.name),
            onTestCaseResult: ended,
            onTestModuleEnd(module: TestModule) {
              for (const error of module.errors()) errors.push(error.stack ?? error.message);
            },
          },
        ],
        passWithNoTests: true,
        // An installed package may lie where nothing can be written.
        cache: false,
        maxWorkers: Math.min(atATime, contexts.length),
        fileParallelism: true,
        // A dialect is one file in a worker of its own: check files register again for each.
        isolate: true,
        pool: 'threads',
        testTimeout: 0,
        projects: contexts.map((context, at) => ({
          test: {
            name: `${context.dialect} ${at}`,
            root: packageRoot(),
            include: [entry],
            exclude: [],
            maxConcurrency: context.concurrency * 2,
            provide: { chatproof: context },
            isolate: true,
            // What is compiled already needs no transforming: Node imports it as it is.
            server: { deps: { external: [/[/\\]dist[/\\]/] } },
            pool: 'threads' as const,
            testTimeout: 0,
          },
        })),
      },
      { server: { watch: null } },
    ),
  );
  const cancel = (): void => void vitest.cancelCurrentRun('keyboard-input');
  signal?.addEventListener('abort', cancel);
  const deafen = hearWhatIsDone((all) => progress.done?.(all));
  try {
    await vitest.start();
    for (const error of vitest.state.getUnhandledErrors())
      errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    deafen();
    signal?.removeEventListener('abort', cancel);
    await vitest.close();
  }
  return { outcomes, errors };
}
