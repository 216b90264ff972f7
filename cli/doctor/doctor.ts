// `chatproof doctor`: tries the first contact step by step, and names the first thing that is wrong.
import { loadDialect } from '../../specs/kit/dialect.ts';
import { UnreachableError, UsageError } from '../../specs/kit/errors.ts';
import { plainContext, type RunContext } from '../../suites/kit/context.ts';
import { type Driver, loadDriver } from '../../suites/kit/driver.ts';
import type { People } from '../../suites/kit/people.ts';
import { provision, type Source } from '../../suites/kit/provision.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { type Addressed, addressed } from '../check/addressed.ts';
import { type CheckFlags, type CheckOptions, optionsOf } from '../check/options.ts';
import { type Config, loadConfig } from '../config/config.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { firstContact } from './contact.ts';
import { diagnose } from './diagnose.ts';
import { greetHttp, greetWs } from './greet.ts';
import { Stuck } from './stuck.ts';

export interface Step {
  name: string;
  /** Undefined for a step that was not reached. */
  ok: boolean | undefined;
  says: string;
  mend?: string;
  write?: string;
}

export interface Visit {
  dialect: string;
  target: string;
  steps: Step[];
}

export type Tell = (visit: Omit<Visit, 'steps'>, step: Step) => void;

const waits = 5_000;

export async function doctor(dialects: readonly string[], flags: CheckFlags, tell: Tell): Promise<Visit[]> {
  const config = loadConfig(flags.config);
  const options = optionsOf(dialects, flags, config);
  const visits: Visit[] = [];
  for (const dialect of options.dialects) visits.push(await visit(dialect, flags, { config, options, tell }));
  return visits;
}

export function exitCodeOf(visits: readonly Visit[]): ExitCode {
  return visits.every(({ steps }) => steps.every(({ ok }) => ok === true)) ? EXIT.fine : EXIT.unreachable;
}

const names = ['reach HTTP', 'open a socket', 'find people', 'authenticate', 'message there', 'message back'];

async function visit(
  name: string,
  flags: CheckFlags,
  { config, options, tell }: { config: Config; options: CheckOptions; tell: Tell },
): Promise<Visit> {
  const dialect = loadDialect(name);
  const driver = await loadDriver(name);
  const place = await addressed(dialect, driver, flags, config);
  const done: Visit = { dialect: name, target: place.target.http, steps: [] };
  const add = (step: Step): void => {
    done.steps.push(step);
    tell(done, step);
  };
  const step = async <T>(title: string, act: () => Promise<[string, T]>): Promise<T> => {
    try {
      const [says, value] = await act();
      add({ name: title, ok: true, says });
      return value;
    } catch (error) {
      if (!(error instanceof Stuck)) throw error;
      const { message, mend, write } = error;
      add({ name: title, ok: false, says: message, mend, ...(write === undefined ? {} : { write }) });
      throw error;
    }
  };
  const within = waits * options.patience;
  try {
    await step('reach HTTP', async () => [await greetHttp(place.target, within), undefined]);
    await step('open a socket', async () => [await greetWs(place.target, dialect, within), undefined]);
    const people = await step('find people', () => findPeople(place, driver));
    const context = contextOf(name, place, people, options);
    const contact = await firstContact(context, driver);
    const stuck = contact.stuck === undefined ? undefined : await diagnose(contact, context, driver);
    for (const passed of contact.passed) await step(passed, async () => [said[passed], undefined]);
    if (contact.stuck !== undefined && stuck !== undefined)
      await step(contact.stuck.stage, () => Promise.reject(stuck));
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    const reached = done.steps.map((one) => one.name);
    for (const missed of names.filter((one) => !reached.includes(one)))
      add({ name: missed, ok: undefined, says: 'not tried' });
  } finally {
    await place.close();
  }
  return done;
}

const said = {
  authenticate: 'two people come in with their tokens',
  'message there': 'what alice says reaches bob',
  'message back': 'what bob says reaches alice',
  history: 'the history shows it',
  'ask over HTTP': 'a request is answered with the token of alice',
} as const;

async function findPeople(place: Addressed, driver: Driver<unknown>): Promise<[string, People]> {
  let where = 'people';
  try {
    const source = place.source();
    where = from(source);
    const people = await provision(source, wishOf(driver, 1), driver.needs);
    const { rooms, groups } = people;
    const kinds = [`${people.people.length} people`, `${rooms.length} rooms`, `${groups.length} groups`];
    return [`${kinds.filter((kind) => !kind.startsWith('0')).join(', ')} from ${where}`, people];
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof UnreachableError)) throw error;
    throw new Stuck(
      error.message,
      where === 'people'
        ? '`chatproof init` writes a start for such a command, and `chatproof help people` explains it.'
        : `Mend ${where}; \`chatproof help people\` shows what it has to give.`,
    );
  }
}

function from(source: Source): string {
  switch (source.kind) {
    case 'file':
      return source.file;
    case 'command':
      return `\`${source.command}\``;
    case 'control':
      return 'the control plane';
  }
}

function contextOf(
  dialect: string,
  { target, source }: Addressed,
  people: People,
  { seed, profile, patience, minutes, report }: CheckOptions,
): RunContext {
  return plainContext({
    dialect,
    target,
    people,
    source: source(),
    seed,
    profile,
    patience,
    minutes,
    report,
  });
}
