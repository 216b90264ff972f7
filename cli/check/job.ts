// One dialect, ready to be judged: its target, its people, and what the worker is told about them.
import { resolve } from 'node:path';
import type { DeclaredDeviation } from '../../reports/model.ts';
import { loadDialect, type Requirement } from '../../specs/kit/dialect.ts';
import type { RunContext } from '../../suites/kit/context.ts';
import { type Driver, loadDriver } from '../../suites/kit/driver.ts';
import { applies } from '../../suites/kit/plan.ts';
import { provision } from '../../suites/kit/provision.ts';
import { wishOfRun } from '../../suites/kit/request.ts';
import type { Config } from '../config/config.ts';
import { documentedPath } from '../config/target.ts';
import { addressed } from './addressed.ts';
import type { CheckFlags, CheckOptions } from './options.ts';
import { reach } from './reach.ts';
import { restartable } from './restartable.ts';

export interface Job {
  dialect: string;
  embedded: boolean;
  context: RunContext;
  driver: Driver<unknown>;
  requirements: Requirement[];
  deviations: DeclaredDeviation[];
  /** What the target has printed, when chatproof has started it. */
  log?: () => Promise<string>;
  close(): Promise<void>;
}

export async function prepare(
  name: string,
  flags: CheckFlags,
  config: Config,
  options: CheckOptions,
): Promise<Job> {
  const dialect = loadDialect(name);
  const driver = await loadDriver(name);
  const at = await addressed(dialect, driver, flags, config);
  const { target, embedded, source: sourceOf } = at;
  const apart = embedded && options.profile !== 'quick' ? await restartable(name) : undefined;
  const restart = apart === undefined ? at.restart : { url: apart.url, secret: apart.secret };
  const close = async (): Promise<void> => void (await Promise.all([at.close(), apart?.close()]));
  try {
    const source = sourceOf();
    if (!embedded) await reach(target, options.patience);
    const people = await provision(source, wishOfRun(driver, options.concurrency), driver.needs);
    const requirements = dialect.requirements.filter(({ id }) => options.selects(id));
    const context: RunContext = {
      dialect: name,
      target,
      people,
      source,
      seed: options.seed,
      profile: options.profile,
      patience: options.patience,
      concurrency: options.concurrency,
      selected: requirements.map(({ id }) => id),
      repeats: 2,
      again: againOf({ ...flags, ...(options.profile === 'quick' ? {} : { profile: options.profile }) }),
      ...(restart === undefined ? {} : { restart }),
      report: resolve(options.report),
      minutes: options.minutes,
    };
    const deviations = [
      ...target.accepts.map(
        (accepted): DeclaredDeviation => ({
          kind: 'accepts',
          name: accepted,
          says:
            dialect.requirements.flatMap((one) => one.accepts).find((one) => one.name === accepted)?.says ??
            '',
        }),
      ),
      ...Object.entries(target.paths).map(
        ([id, path]): DeclaredDeviation => ({
          kind: 'path',
          name: id,
          says: `${documentedPath(dialect, id)} is at ${path}`,
        }),
      ),
      ...target.lacks.map(
        (lacking): DeclaredDeviation => ({ kind: 'capability', name: lacking, says: 'not offered' }),
      ),
    ];
    return {
      dialect: name,
      embedded,
      context,
      driver,
      requirements,
      deviations,
      ...(at.log === undefined ? {} : { log: at.log }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function againOf({ target, ws, config, people, provision: command, patience, profile }: CheckFlags): string {
  const options = { target, ws, config, people, provision: command, patience, profile };
  return Object.entries(options)
    .flatMap(([name, value]) => (value === undefined ? [] : [` --${name} ${quoted(value)}`]))
    .join('');
}

function quoted(value: string): string {
  return /^[\w./:@=-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/** What no check covers, because it does not apply to this target. */
export function inapplicableReason(requirement: Requirement, job: Job): string | undefined {
  const plan = applies(requirement, job.context, job.driver);
  return plan.applies ? undefined : plan.reason;
}
