// How many of ten seeds find a fault that hits one delivery in two hundred, or one change in twenty:
// `npm run bench:histories` prints it.
import { brokenBy } from '../../reference-server/fault-kit/breaks.ts';
import { loadFault } from '../../reference-server/fault-kit/fault-files.ts';
import { appliesTo } from '../../reference-server/fault-kit/faults.ts';
import { type RunningServer, serve } from '../../reference-server/server.ts';
import { dialectNames, loadDialect } from '../../specs/kit/dialect.ts';
import { plainContext } from '../../suites/kit/context.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { share } from '../../suites/kit/judge.ts';
import type { CheckOutcome } from '../../suites/kit/outcome.ts';
import { provision, type Source } from '../../suites/kit/provision.ts';
import { checksFor, type Registered } from '../../suites/kit/registry.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { targetOf } from '../config/target.ts';

/** The checks of the concurrency suite, by a word of theirs, and the faults that each is tried with. */
const crowds: readonly Crowd[] = [
  {
    word: 'leaves',
    rate: 200,
    faults: [undefined, 'drop-message', 'deliver-twice', 'swaps-neighbours', 'leaks-to-everybody'],
  },
  {
    word: 'edits',
    rate: 20,
    faults: [undefined, 'edit-not-stored', 'delete-not-stored', 'read-before-delivered'],
    always: [
      'one-of-two-edits-at-once-is-not-stored',
      'one-of-two-deletions-at-once-is-not-stored',
      'read-at-once-is-not-stored',
    ],
  },
  {
    word: 'counted',
    rate: 20,
    faults: [
      undefined,
      'counts-one-of-two-at-once',
      'count-forgets-every-fifth',
      'reading-is-lost-now-and-then',
    ],
  },
  {
    word: 'acknowledges',
    rate: 20,
    always: ['one-of-two-acknowledgements-at-once-is-lost'],
    faults: [undefined, 'received-deletes-nothing', 'received-deletes-up-to'],
  },
];
interface Crowd {
  word: string;
  rate: number;
  faults: readonly (string | undefined)[];
  /** These hit only when two do something at the same time, and then always. */
  always?: readonly string[];
}
const seeds = Number(process.env['SEEDS'] ?? 10);
/** Dialects and words of crowds; without one, all. */
const named = process.argv.slice(2);
const isNamed = (name: string, all: readonly string[]): boolean =>
  named.includes(name) || !named.some((one) => all.includes(one));
const words = crowds.map(({ word }) => word);

for (const dialect of dialectNames().filter((name) => isNamed(name, dialectNames())))
  for (const crowd of crowds.filter(({ word }) => isNamed(word, words)))
    if ((await checkOf(dialect, crowd)) !== undefined) {
      for (const name of crowd.faults) await row(dialect, crowd, name);
      for (const name of crowd.always ?? []) await row(dialect, { ...crowd, rate: 1 }, name);
    }

async function row(dialect: string, crowd: Crowd, name: string | undefined): Promise<void> {
  const fault = name === undefined ? undefined : await loadFault(name);
  if (fault !== undefined && !appliesTo(fault, dialect)) return;
  const broken = fault === undefined ? [] : brokenBy(fault, dialect);
  let [found, besides, ms] = [0, 0, 0];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const server = await serve(dialect, { control: true, seed, onError: () => undefined });
    try {
      if (fault !== undefined) await server.faults.on(fault, 1 / crowd.rate);
      const { failures, reason, durationMs } = await judged(server, crowd, seed);
      ms += durationMs;
      if (failures.some(({ requirement }) => broken.includes(requirement))) found += 1;
      for (const { requirement, because } of failures)
        if (!broken.includes(requirement)) {
          besides += 1;
          console.log(`  ${dialect} seed ${seed}: ${requirement}: ${because}`);
        }
      if (reason !== undefined) console.log(`  ${dialect} seed ${seed}: ${reason}`);
    } finally {
      await server.close();
    }
  }
  const what =
    fault === undefined
      ? `no fault (${crowd.word})`
      : `${name}${crowd.rate === 1 ? '' : ` at 1 in ${crowd.rate}`}`;
  const result =
    fault === undefined
      ? `${besides} false alarms`
      : `found by ${found} of ${seeds} seeds, ${besides} other findings`;
  console.log(`${dialect.padEnd(10)} ${what.padEnd(30)} ${result}, ${Math.round(ms / seeds)} ms a run`);
}

async function judged(server: RunningServer, crowd: Crowd, seed: number): Promise<CheckOutcome> {
  if (server.control === undefined) throw new Error('The server offers no control plane.');
  const driver = await loadDriver(server.dialect);
  const dialect = loadDialect(server.dialect);
  const source: Source = { kind: 'control', ...server.control };
  const context = plainContext({
    dialect: server.dialect,
    target: targetOf(server, {}, driver, dialect),
    people: await provision(source, wishOf(driver, 1), driver.needs),
    source,
    seed,
    profile: process.env['PROFILE'] === 'quick' ? 'quick' : 'standard',
    selected: dialect.requirements.map(({ id }) => id),
  });
  const shared = await share(context, driver);
  const check = await checkOf(server.dialect, crowd);
  if (check === undefined)
    throw new Error(`There is no concurrency check with "${crowd.word}" for ${server.dialect}.`);
  return check.judge(shared, check.requires);
}

async function checkOf(dialect: string, { word }: Crowd): Promise<Registered | undefined> {
  const all = await checksFor(dialect);
  return all.find(({ file, says }) => file === 'suites/history/concurrency.check.ts' && says.includes(word));
}
