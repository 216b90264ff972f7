// How fast the model goes, how small it makes what it finds, and how often it is wrong: `npm run bench:model`.
//   -- rate | faults | clean [--dialect NAME]… [--fault NAME]… [--seeds N] [--from N] [--profile NAME] [--latency MS] [--static]
//   [--jobs N] attempts of a fault side by side: quicker where nothing is measured
import { parseArgs } from 'node:util';
import { brokenBy } from '../../reference-server/fault-kit/breaks.ts';
import { faultNames, loadFault } from '../../reference-server/fault-kit/fault-files.ts';
import { appliesTo, type FaultKind } from '../../reference-server/fault-kit/faults.ts';
import { dialectNames } from '../../specs/kit/dialect.ts';
import type { Profile } from '../../suites/kit/context.ts';
import { slugs } from '../../suites/model/oracles.ts';
import { onlyAsks } from '../../suites/model/step.ts';
import { tryModel } from './testing/try.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dialect: { type: 'string', multiple: true, default: [] },
    fault: { type: 'string', multiple: true, default: [] },
    seeds: { type: 'string' },
    from: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'standard' },
    latency: { type: 'string' },
    patience: { type: 'string', default: '1' },
    static: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '1' },
  },
});
const what = positionals[0] ?? 'all';
const dialects = values.dialect.length > 0 ? values.dialect : dialectNames();
const from = Number(values.from);
const seedsOf = (usual: number): number[] =>
  Array.from({ length: Number(values.seeds ?? usual) }, (_, n) => from + n);
const profile: Profile =
  values.profile === 'quick' || values.profile === 'thorough' ? values.profile : 'standard';
const shared = {
  profile,
  patience: Number(values.patience),
  ...(values.latency === undefined ? {} : { latency: Number(values.latency) }),
  ...(values.static ? { static: true } : {}),
};

/** Faults that show only in a sequence, or only to somebody else than who asked. */
const stateful: readonly FaultKind[] = [
  'lost-delivery',
  'duplicate',
  'edit-delete',
  'status-flow',
  'presence',
  'store-and-forward',
  'counter',
  'persistence',
  'wrong-recipient',
  'reorder',
  'authorisation',
];

if (what === 'rate' || what === 'all') await rate();
if (what === 'clean' || what === 'all') await clean();
if (what === 'faults' || what === 'all') await everyFault();
// A fault may leave a socket behind that nobody closes.
process.exit(process.exitCode ?? 0);

async function rate(): Promise<void> {
  for (const dialect of dialects) {
    const { commands, runs, searchMs, people } = await tryModel({
      ...shared,
      dialect,
      seed: from,
      apart: true,
      budget: { runs: 2_000, commands: 200, ms: 6_000 },
    });
    console.log(
      `${dialect.padEnd(10)} ${Math.round(commands / (searchMs / 1_000))} commands/s (${commands} in ${runs} runs, ${people} people)`,
    );
  }
}

async function clean(): Promise<void> {
  for (const dialect of dialects) {
    let [alarms, unjudged, commands] = [0, 0, 0];
    const seeds = seedsOf(5);
    for (const seed of seeds) {
      const tried = await tryModel({ ...shared, dialect, seed });
      unjudged += tried.unjudged;
      commands += tried.commands;
      if (tried.failed === undefined) continue;
      alarms += 1;
      console.log(`  ${dialect} seed ${seed}: ${tried.failed.requirement}: ${tried.failed.finding.because}`);
    }
    console.log(
      `${dialect.padEnd(10)} clean: ${alarms} false alarms in ${seeds.length} seeds of ${profile} (${commands} commands, ${unjudged} runs not judged)`,
    );
    if (alarms > 0) process.exitCode = 1;
  }
}

async function everyFault(): Promise<void> {
  const lengths: number[] = [];
  const shrinks: number[] = [];
  const searches: number[] = [];
  let [enough, all, replayed, replays] = [0, 0, 0, 0];
  for (const dialect of dialects)
    for (const { name, broken, sometimes } of await judgedFaults(dialect)) {
      const seeds = seedsOf(1);
      let found = 0;
      const besides: string[] = [];
      const own: number[] = [];
      await sideBySide(seeds, async (seed) => {
        const tried = await tryModel({ ...shared, dialect, fault: name, seed }, sometimes ? 0 : 2);
        if (tried.failed === undefined) return;
        const { requirement, steps } = tried.sure ?? tried.failed;
        if (broken.includes(requirement)) found += 1;
        else besides.push(requirement);
        own.push(steps.filter((step) => !onlyAsks(step)).length);
        shrinks.push(tried.shrinkMs);
        searches.push(tried.foundAfter);
        if (sometimes) return;
        replays += 2;
        replayed += tried.replayed;
      });
      lengths.push(...own);
      all += 1;
      if (own.length >= seeds.length * 0.9) enough += 1;
      const other = besides.length === 0 ? '' : `, ${besides.length} by ${[...new Set(besides)].join(', ')}`;
      const long = own.length === 0 ? '' : `; ${at(own, 0.5)} commands, at most ${Math.max(...own)}`;
      console.log(
        `${dialect.padEnd(10)} ${name.padEnd(40)} ${found} of ${seeds.length} seeds${other}${long}`,
      );
    }
  console.log(`${enough} of ${all} stateful faults found by 9 of 10 seeds`);
  console.log(
    `counterexamples: median ${at(lengths, 0.5)} commands, 95th percentile ${at(lengths, 0.95)}, what every run ends with included`,
  );
  console.log(`found after: median ${at(searches, 0.5)} commands, 95th percentile ${at(searches, 0.95)}`);
  console.log(
    `made smaller in: median ${Math.round(at(shrinks, 0.5))} ms, 95th percentile ${Math.round(at(shrinks, 0.95))} ms`,
  );
  console.log(`replayed: ${replayed} of ${replays}`);
}

async function sideBySide(seeds: readonly number[], act: (seed: number) => Promise<void>): Promise<void> {
  const left = [...seeds];
  const lane = async (): Promise<void> => {
    for (let seed = left.shift(); seed !== undefined; seed = left.shift()) await act(seed);
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, lane));
}

async function judgedFaults(
  dialect: string,
): Promise<{ name: string; broken: string[]; sometimes: boolean }[]> {
  const all = await Promise.all(faultNames().map(loadFault));
  return all
    .filter(
      (fault) =>
        appliesTo(fault, dialect) && (stateful.includes(fault.kind) || values.fault.includes(fault.name)),
    )
    .map((fault) => ({ ...fault, broken: brokenBy(fault, dialect) }))
    .filter(({ name }) => values.fault.length === 0 || values.fault.includes(name))
    .filter(({ broken }) => broken.some((id) => slugs.includes(id.slice(dialect.length + 1))))
    .map(({ name, broken, sometimes }) => ({ name, broken, sometimes: sometimes !== undefined }));
}

function at(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, two) => one - two);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
