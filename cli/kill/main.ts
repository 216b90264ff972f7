// npm run kill [-- options]: every fault in its own server, judged by the checks that it concerns.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { dialectNames, loadDialect } from '../../specs/kit/dialect.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import type { Profile } from '../../suites/kit/context.ts';
import { hasDriver, loadDriver } from '../../suites/kit/driver.ts';
import { complain } from '../complain.ts';
import { cellOf } from './cell.ts';
import { changedFiles, isTouched } from './changed.ts';
import { type CheckIndex, everyCheck, everyFault, type FaultIndex } from './indexes.ts';
import { markdownOf } from './markdown.ts';
import { type Made, type Matrix, matrixOf, settledIn, withSeeds } from './matrix.ts';
import { type Choice, furtherTrialsOf, trialsOf } from './plan.ts';
import type { TrialResult } from './trial.ts';
import { carryOutAll, type Failed } from './workers.ts';

interface Options {
  dialect: string[];
  fault: string[];
  seeds: string;
  profile: Profile;
  patience: string;
  changed?: string | true;
  update?: true;
  controls: boolean;
  moreSeeds?: string;
}

const list = (value: string, earlier: string[]): string[] => [...earlier, value];

async function main(words: readonly string[]): Promise<number> {
  const program = new Command('npm run kill --')
    .description('Tries every fault of the reference server against the checks, and writes the kill matrix.')
    .option('--dialect <name>', 'only this dialect (repeatable)', list, [])
    .option('--fault <name>', 'only this fault (repeatable)', list, [])
    .option('--seeds <n>', 'try every fault with this many seeds', '1')
    .option('--profile <name>', 'quick, standard or thorough', 'standard')
    .option('--patience <x>', 'as for check', '0.2')
    .option('--more-seeds <n>', 'add this many seeds to what the committed matrix has of these dialects')
    .option('--update', 'put the figures of these dialects and faults into the committed matrix')
    .option(
      '--no-controls',
      'try neither the clean server nor checks that the committed matrix knows enough of',
    )
    .option('--changed [revision]', 'only what differs from this revision, HEAD by default')
    .exitOverride();
  program.parse([...words], { from: 'user' });
  const options = program.opts<Options>();
  const [faults, checks] = await Promise.all([everyFault(), everyCheck()]);
  const files =
    options.changed === undefined
      ? undefined
      : changedFiles(options.changed === true ? 'HEAD' : options.changed);
  const dialects = dialectNames().filter(
    (name) => hasDriver(name) && (options.dialect.length === 0 || options.dialect.includes(name)),
  );
  const drivers = await Promise.all(dialects.map(loadDriver));
  const choice: Choice = {
    dialects,
    optional: Object.fromEntries(drivers.map(({ dialect, optional }) => [dialect, optional])),
    needs: new Map(
      dialects.flatMap((name) => loadDialect(name).requirements.map(({ id, needs }) => [id, needs] as const)),
    ),
    wants: (fault, dialect) =>
      (options.fault.length === 0 || options.fault.includes(fault.name)) &&
      (files === undefined || isTouched(files, fault, dialect, checks)),
    ...(options.controls === false && {
      settled: settledIn(committedMatrix() ?? { cells: [], checksThatNeverSurvive: [] }),
    }),
    isBrief: files !== undefined,
    seeds: Number(options.seeds),
    profile: options.profile,
    patience: Number(options.patience),
  };
  const isPart = options.dialect.length + options.fault.length > 0 || files !== undefined;
  const more = options.moreSeeds === undefined ? undefined : committedMatrix();
  const inDocs = !isPart || options.update === true || more !== undefined;
  const trials =
    more === undefined
      ? trialsOf(choice, faults, checks)
      : furtherTrialsOf(
          { ...choice, seeds: Number(options.moreSeeds), after: seedsOf(more, dialects) },
          faults,
        );
  say(`${trials.length} trials in ${choice.dialects.length} dialects.`);
  const began = performance.now();
  const results: (TrialResult | Failed)[] = [];
  await carryOutAll(trials, (result, left) => {
    results.push(result);
    if (left % 50 === 0) say(`${left} to go after ${Math.round((performance.now() - began) / 1000)} s`);
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  const earlier = inDocs && isPart ? committedMatrix() : undefined;
  const matrix =
    more === undefined
      ? matrixOf(madeOf(choice, { faults, checks, results }), earlier)
      : withSeeds(more, results);
  const folder = inDocs ? 'docs' : '.kill';
  put(`${folder}/kill-matrix.json`, `${JSON.stringify(matrix, null, 1)}\n`);
  put(`${folder}/kill-matrix.md`, markdownOf(matrix));
  for (const cell of matrix.cells.filter(({ caught }) => !caught))
    say(`survives: ${cell.dialect} ${cell.fault} (${cell.seedsCaught}/${cell.seeds}): ${cell.because ?? ''}`);
  const reds = Object.values(matrix.controls)
    .flatMap((one) => Object.values(one))
    .filter((verdict) => !verdict.startsWith('green'));
  for (const red of reds) say(`control: ${red}`);
  say(
    `${matrix.trialsCaught} of ${matrix.trialsTotal} trials caught, ${matrix.faultsCaught} of ${matrix.faultsTotal} faults, in ${seconds} s. See ${folder}/kill-matrix.md.`,
  );
  return reds.length > 0 || matrix.survivors.length > 0 ? 1 : 0;
}

function madeOf(
  { dialects, profile }: Choice,
  { faults, checks, results }: { faults: FaultIndex[]; checks: CheckIndex[]; results: Made['results'] },
): Made {
  const cells = faults.flatMap((fault) =>
    fault.dialects.flatMap((dialect) => {
      const own = results.filter(
        ({ trial }) => trial.fault === fault.name && trial.dialect === dialect && trial.watches === undefined,
      );
      return own.length === 0 ? [] : [cellOf(fault, dialect, own)];
    }),
  );
  const musts = dialects.flatMap((name) =>
    loadDialect(name)
      .requirements.filter(({ level, untested }) => level === 'must' && untested === undefined)
      .map(({ id }) => id),
  );
  const own = checks.filter(({ dialect }) => dialects.includes(dialect));
  const known = new Set(faults.flatMap(({ name, dialects: all }) => all.map((one) => `${one} ${name}`)));
  return { cells, results, checks: own, musts, profile, known };
}

function seedsOf({ cells }: Matrix, dialects: readonly string[]): number {
  return Math.min(...cells.filter(({ dialect }) => dialects.includes(dialect)).map(({ seeds }) => seeds));
}

function committedMatrix(): Matrix | undefined {
  const file = join(packageRoot(), 'docs/kill-matrix.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function put(path: string, text: string): void {
  const file = join(packageRoot(), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => complain(error, true));
