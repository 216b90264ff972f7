// A check: a sentence, the requirements that it decides, the faults that it catches, and what it does.
import { loadDialect } from '../../specs/kit/dialect.ts';
import type { Profile } from './context.ts';
import { type Driver, loadDriver } from './driver.ts';
import { type Definition, judge, type Shared } from './judge.ts';
import type { CheckOutcome } from './outcome.ts';
import { fileBeingImported, offerCheck } from './registry.ts';
import { withRestarts } from './restart.ts';
import type { Verbs } from './verbs.ts';

interface Described {
  says: string;
  /** The first is blamed when a failure does not name another. */
  requires: readonly string[];
  /** Names of faults of the reference server that turn this check red. */
  catches: readonly string[];
  /** The lowest profile in which it runs; quick when left out. */
  profile?: Profile;
  /** It kills the target and has it started again, so that it runs when nothing else does. */
  restarts?: true;
}

export interface Check<Cast> extends Described {
  /** It needs people whose rooms are unused and may be deleted: nobody else gets them before or afterwards. */
  fresh?: true;
  run(cast: Cast): Promise<void>;
}

/** The requirements are named without their dialect: "text.unicode". */
export interface CommonCheck<Offered> extends Described {
  /** Gives what the check needs of the verbs, or undefined when the dialect does not offer it. */
  needs(verbs: Verbs): Offered | undefined;
  run(offered: Offered, verbs: Verbs): Promise<void>;
}

/** The `check` of one dialect: `export const check = checksOf(driver)`. */
export function checksOf<Cast>(driver: Driver<Cast>): (check: Check<Cast>) => void {
  return (check) => {
    const { fresh = false } = check;
    const about = { ...described(check, driver.dialect, check.requires), fresh };
    offerCheck((dialect) => {
      if (dialect !== driver.dialect) return undefined;
      return {
        ...about,
        judge: (shared, requires) =>
          judgeWhere(shared, driver, { ...about, requires, run: (cast) => check.run(cast) }),
      };
    });
  };
}

/** A check for every dialect whose catalogue has the requirement and whose driver offers the verbs. */
export function commonCheck<Offered>(check: CommonCheck<Offered>): void {
  const file = fileBeingImported();
  offerCheck((dialect) => {
    const ids = new Set(loadDialect(dialect).requirements.map(({ id }) => id));
    const known = check.requires.map((slug) => `${dialect}.${slug}`).filter((id) => ids.has(id));
    if (known.length === 0) return undefined;
    const about = described(check, dialect, known, file);
    return {
      ...about,
      async judge(shared, requires) {
        const driver = await loadDriver(dialect);
        return judgeWhere(shared, driver, {
          ...about,
          requires,
          run: (cast) => runCommon(check, driver, cast),
        });
      },
    };
  });
}

/** On the target; or, what kills it, on a server of its own when there can be one. */
async function judgeWhere<Cast>(
  shared: Shared,
  driver: Driver<Cast>,
  definition: Definition<Cast> & { restarts: boolean },
): Promise<CheckOutcome> {
  if (!definition.restarts) return judge(shared, driver, definition);
  return withRestarts(shared, driver, (own) => judge(own, driver, definition));
}

async function runCommon<Offered>(
  check: CommonCheck<Offered>,
  driver: Driver<unknown>,
  cast: unknown,
): Promise<void> {
  const verbs = driver.verbs(cast);
  const offered = check.needs(verbs);
  if (offered === undefined)
    throw new Error(
      `suites/${driver.dialect}/driver.ts does not offer what "${check.says}" needs, yet the catalogue has its requirement`,
    );
  await check.run(offered, verbs);
}

function described(
  { says, catches, profile = 'quick', restarts }: Described,
  dialect: string,
  requires: readonly string[],
  file = fileBeingImported(),
): Omit<Required<Described>, 'restarts'> & { id: string; file: string; fresh: boolean; restarts: boolean } {
  return {
    id: `${dialect}/${file.split('/').slice(-2).join('/')}/${says}`,
    file,
    says,
    requires,
    catches,
    profile,
    restarts: restarts === true,
    fresh: false,
  };
}
