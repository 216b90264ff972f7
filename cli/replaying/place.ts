// The target of a replay, with people on it.
import { loadDialect } from '../../specs/kit/dialect.ts';
import type { RunContext } from '../../suites/kit/context.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { share } from '../../suites/kit/judge.ts';
import { triosOf } from '../../suites/kit/lease.ts';
import { provision } from '../../suites/kit/provision.ts';
import { wishOf } from '../../suites/kit/request.ts';
import type { Counterexample } from '../../suites/model/counterexample.ts';
import { supplyOf } from '../../suites/model/people.ts';
import type { Place } from '../../suites/model/search.ts';
import { addressed } from '../check/addressed.ts';
import type { CheckFlags } from '../check/options.ts';
import { reach } from '../check/reach.ts';
import type { Config } from '../config/config.ts';

/** What a command line says of the target, for commands that need nothing else of `check`. */
export type PlaceFlags = Pick<CheckFlags, 'target' | 'ws' | 'config' | 'people' | 'provision' | 'patience'>;

export async function inPlace<T>(
  { dialect: name, seed }: Counterexample,
  flags: PlaceFlags,
  config: Config,
  act: (place: Place) => Promise<T>,
): Promise<T> {
  const dialect = loadDialect(name);
  const driver = await loadDriver(name);
  const at = await addressed(dialect, driver, flags, config);
  try {
    const patience = Number(flags.patience ?? config.patience ?? 1) || 1;
    const source = at.source();
    if (!at.embedded) await reach(at.target, patience);
    const people = await provision(source, wishOf(driver, 1), driver.needs);
    const context: RunContext = {
      dialect: name,
      target: at.target,
      people,
      source,
      seed,
      profile: 'standard',
      patience,
      concurrency: 1,
      selected: [],
      repeats: 0,
      again: '',
      minutes: 1,
    };
    const shared = await share(context, driver);
    const [trio] = triosOf(people);
    if (trio === undefined) throw new Error(`Of ${people.people.length} people no three could be taken.`);
    const supply = supplyOf({ shared, driver }, trio, { lanes: 1, batch: { control: 1, command: 1 } });
    return await act({ shared, driver, supply, requires: dialect.requirements.map(({ id }) => id) });
  } finally {
    await at.close();
  }
}
