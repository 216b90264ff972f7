// Searches, makes smaller, makes sure, and reports.
import type { Profile } from '../kit/context.ts';
import type { Driver } from '../kit/driver.ts';
import { Failure, Failures, Unmet } from '../kit/failure.ts';
import type { Trio } from '../kit/lease.ts';
import type { World } from '../kit/world.ts';
import { keep, scriptOf } from './counterexample.ts';
import { supplyOf } from './people.ts';
import { type Budget, type Failed, type Place, redo, search } from './search.ts';

/** What the check itself is handed: no cast, but the people to make casts of. */
export interface Lent {
  world: World;
  trio: Trio;
}

export function withTrio(driver: Driver<unknown>): Driver<Lent> {
  return {
    ...driver,
    cast: (world, trio) => ({ world, trio }),
    verbs: ({ world, trio }) => driver.verbs(driver.cast(world, trio)),
  };
}

export const budgets: Record<Profile, Budget> = {
  quick: { runs: 12, commands: 20, ms: 300 },
  standard: { runs: 480, commands: 40, ms: 4_000 },
  thorough: { runs: 1_000_000, commands: 60, ms: Number.POSITIVE_INFINITY },
};

export const lanes = 6;

/** The run function of the check. When it failed it is called again, and then does the same steps. */
export function explore({ shared, driver, requires }: Omit<Place, 'supply'>): (lent: Lent) => Promise<void> {
  let found: Failed | undefined;
  let place: Place | undefined;
  return async ({ world, trio }) => {
    const { context } = shared;
    place ??= { shared, driver, requires, supply: supplyOf({ shared, driver }, trio, { lanes }) };
    if (found !== undefined) {
      const mark = `again${world.text().replaceAll(' ', '')}`;
      const again = await redo(place, found.steps, { mark });
      if (again !== undefined) throw failuresOf(again);
      return;
    }
    const budget = budgets[context.profile];
    const ms = context.profile === 'thorough' ? context.minutes * 60_000 : budget.ms;
    const result = await search(place, { ...budget, ms });
    if (result.failed === undefined) {
      if (result.runs > 0 && result.runs === result.unjudged)
        throw new Unmet(`No sequence could be judged: ${result.reason}`);
      world.fences.push('strong');
      return;
    }
    found = (await sureOf(place, result.failed)) ?? result.first ?? result.failed;
    if (context.report !== undefined) await keep(context.report, found, shared);
    throw failuresOf(found);
  };
}

/** The smallest sequence was found in haste: it counts when it fails with all patience. */
export async function sureOf(place: Place, { steps, chosen, ends }: Failed): Promise<Failed | undefined> {
  const small = steps.slice(0, chosen);
  const sure = await redo(place, small, { mark: 'sure', ends });
  if (sure !== undefined || ends === 'aloud') return sure;
  return redo(place, small, { mark: 'aloud' });
}

function failuresOf({ finding, requirement, steps, chosen, entries }: Failed): Failures {
  const { expected, received, because } = finding;
  const script = scriptOf(steps, chosen);
  return new Failures([
    new Failure({
      expected,
      received,
      because: `${because}, after: ${script.join('; ')}`,
      requirement,
      witness: entries,
      // Who it was and which message differ from seed to seed.
      signature: `the model: ${finding.oracle}`,
    }),
  ]);
}
