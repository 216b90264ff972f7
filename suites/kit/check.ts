// A check: a sentence, the requirements that it decides, the faults that it catches, and what it does.
import { inject, test } from 'vitest';
import { loadDialect } from '../../specs/kit/dialect.ts';
import type { Profile, RunContext } from './context.ts';
import { type Driver, loadDriver } from './driver.ts';
import { judge, notApplicable, type Shared, share } from './judge.ts';
import { fileBeingLoaded } from './loading.ts';
import type { CheckOutcome } from './outcome.ts';
import { applies } from './plan.ts';
import type { Verbs } from './verbs.ts';

export interface Check<Cast> {
  says: string;
  /** The first is blamed when a failure does not name another. */
  requires: readonly string[];
  /** Names of faults of the reference server that turn this check red. */
  catches: readonly string[];
  /** The lowest profile in which it runs; quick when left out. */
  profile?: Profile;
  run(cast: Cast): Promise<void>;
}

const profiles: readonly Profile[] = ['quick', 'standard', 'thorough'];

declare module 'vitest' {
  interface ProvidedContext {
    chatproof: RunContext;
    /** True when the checks are only to be listed. */
    collecting: boolean;
  }
  interface TaskMeta {
    chatproof?: CheckOutcome;
  }
}

/** The `check` of one dialect: `export const check = checksOf(driver)`. */
export function checksOf<Cast>(driver: Driver<Cast>): (check: Check<Cast>) => void {
  return (check) => register(async () => driver, check);
}

/** A check for every dialect whose catalogue has the requirement and whose driver offers the verbs. */
export function commonCheck<Offered>(check: {
  says: string;
  /** Without the dialect: "text.unicode". */
  requires: readonly string[];
  catches: readonly string[];
  /** Gives what the check needs of the verbs, or undefined when the dialect does not offer it. */
  needs(verbs: Verbs): Offered | undefined;
  profile?: Profile;
  run(offered: Offered, verbs: Verbs): Promise<void>;
}): void {
  const { dialect } = inject('chatproof');
  const ids = new Set(loadDialect(dialect).requirements.map(({ id }) => id));
  const requires = check.requires.map((slug) => `${dialect}.${slug}`).filter((id) => ids.has(id));
  if (requires.length === 0) return;
  register(() => loadDriver(dialect), {
    ...check,
    requires,
    async run(cast) {
      const verbs = (await loadDriver(dialect)).verbs(cast);
      const offered = check.needs(verbs);
      if (offered === undefined)
        throw new Error(
          `suites/${dialect}/driver.ts does not offer what "${check.says}" needs, yet the catalogue has ${requires.join(', ')}`,
        );
      await check.run(offered, verbs);
    },
  });
}

let shared: Promise<Shared> | undefined;

function register<Cast>(driverOf: () => Promise<Driver<Cast>>, check: Check<Cast>): void {
  const context = inject('chatproof');
  const selected = check.requires.filter((id) => context.selected.includes(id));
  if (selected.length === 0 || profiles.indexOf(check.profile ?? 'quick') > profiles.indexOf(context.profile))
    return;
  const file = fileBeingLoaded();
  const definition = {
    ...check,
    requires: selected,
    file,
    id: `${context.dialect}/${file.split('/').slice(-2).join('/')}/${check.says}`,
  };
  test.concurrent(check.says, { timeout: 0 }, async ({ task, skip }) => {
    if (inject('collecting')) {
      task.meta.chatproof = notApplicable(definition, 'listed only');
      return;
    }
    const driver = await driverOf();
    shared ??= share(context, driver);
    const run = await shared;
    const plans = selected.map((id) => ({ id, plan: applies(run.requirement(id), context, driver) }));
    const open = plans.filter(({ plan }) => plan.applies).map(({ id }) => id);
    if (open.length === 0) {
      const reasons = plans.flatMap(({ plan }) => (plan.applies ? [] : [plan.reason]));
      task.meta.chatproof = notApplicable(definition, [...new Set(reasons)].join('; '));
      skip(task.meta.chatproof.reason);
      return;
    }
    const outcome = await judge(run, driver, { ...definition, requires: open });
    task.meta.chatproof = outcome;
    if (outcome.verdict !== 'pass')
      throw new Error(
        [outcome.verdict, outcome.reason, ...outcome.failures.map(({ because }) => because)]
          .filter(Boolean)
          .join(': '),
      );
  });
}
