// `chatproof load`, from the options to the exit code.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../load/kit/plan.ts';
import { loadDialect } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { provision } from '../../suites/kit/provision.ts';
import { type Addressed, addressed } from '../check/addressed.ts';
import { reach } from '../check/reach.ts';
import { loadConfig } from '../config/config.ts';
import { configOf } from '../config/target.ts';
import { aboutOf, RAW, writeAbout } from './about.ts';
import { conclude } from './conclude.ts';
import { type Engine, engineOf, refuseUnstarted } from './engine.ts';
import { consoleOf, journalWords } from './journal.ts';
import { type Ended, findK6, runK6, wordsOf } from './k6.ts';
import { foldersOf } from './merge.ts';
import { conditionOf, refuseUnknown } from './objectives.ts';
import { type LoadFlags, type LoadOptions, optionsOf } from './options.ts';
import { planOf, requestOf } from './plan.ts';
import { scriptOf } from './profile.ts';
import { segmentOf, workersFor } from './segments.ts';

export async function load(name: string, flags: LoadFlags): Promise<number> {
  const config = loadConfig(flags.config);
  const dialect = loadDialect(name);
  const options = optionsOf(flags, config);
  for (const [metric, conditions] of Object.entries(options.profile.thresholds)) {
    refuseUnknown(metric);
    for (const condition of conditions) conditionOf(metric, condition);
  }
  const script = scriptOf(name, options.scenario);
  const driver = await loadDriver(name);
  const engine: Engine = options.print ? () => [findK6() ?? 'k6'] : engineOf();
  if (options.print && (flags.target ?? configOf(config, name).target) === undefined)
    throw new UsageError('--print shows a command for a server that keeps running: name it with --target.');
  const where = await addressed(dialect, driver, flags, config);
  try {
    const source = where.source();
    if (!where.embedded) await reach(where.target, 1);
    const people = await provision(source, requestOf(driver, options.profile), driver.needs);
    const workers = workersFor(options.profile.workers, options.instances);
    const profile = { ...options.profile, workers };
    const plan = planOf(dialect, { target: where.target, people, driver, profile });
    if (plan.conversations.length < options.instances)
      throw new UsageError(
        `There are ${plan.conversations.length} conversations for ${options.instances} instances: each needs one of its own, so supply more people.`,
      );
    const work = { engine, plan, script, options, where };
    return options.print ? printed(work) : await judged(work);
  } finally {
    await where.close();
  }
}

/** The plan holds tokens: only its owner may read it. */
function written(plan: Plan, folder: string): string {
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan), { mode: 0o600 });
  return file;
}

interface Work {
  engine: Engine;
  plan: Plan;
  script: string;
  options: LoadOptions;
  where: Addressed;
}

/** The words for each instance; what is in the way of its output is removed. */
function commands({ plan, script, options, where }: Work, file: string): string[][] {
  const { instances, journal, report, scenario } = options;
  const about = aboutOf(plan, scenario, where.embedded);
  mkdirSync(report, { recursive: true });
  writeAbout(report, about);
  return foldersOf(report, instances).map((folder, at) => {
    mkdirSync(folder, { recursive: true });
    const raw = join(folder, RAW);
    for (const old of [raw, consoleOf(folder)]) rmSync(old, { force: true });
    const told = journal === undefined ? [] : journalWords(folder);
    return wordsOf({ plan: file, raw, script }, [...segmentOf(at, instances), ...told]);
  });
}

function printed(work: Work): number {
  const { engine, plan, options } = work;
  mkdirSync(options.report, { recursive: true });
  const k6 = engine({ reads: [], writes: [] });
  const lines = commands(work, written(plan, options.report)).map((words) =>
    [...k6, ...words].map(quoted).join(' '),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

async function judged(work: Work): Promise<number> {
  const { engine, plan, options, where } = work;
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-load-'));
  const stop = new AbortController();
  const interrupted = (): void => stop.abort();
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const startedAt = new Date();
    const began = performance.now();
    const all = commands(work, written(plan, folder));
    const k6 = engine({ reads: [packageRoot(), folder], writes: [options.report] });
    for (const ended of await Promise.all(all.map((words) => runK6(k6, words, stop.signal)))) {
      refuseUnstarted(k6, ended);
      const broken = problemOf(ended, stop.signal);
      if (broken !== undefined) throw new Error(broken);
    }
    const folders = foldersOf(options.report, options.instances);
    return await conclude({
      about: aboutOf(plan, options.scenario, where.embedded),
      raw: folders.map((one) => join(one, RAW)),
      ...(options.journal === undefined ? {} : { journal: { file: options.journal, folders } }),
      report: options.report,
      when: { startedAt, durationMs: performance.now() - began },
      ...(stop.signal.aborted ? { endedEarly: 'it was interrupted' } : {}),
    });
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 99 says that a threshold was crossed, which is for the report to say. */
function problemOf({ code, complaint }: Ended, signal: AbortSignal): string | undefined {
  if (code === 0 || code === 99 || signal.aborted) return undefined;
  const last = complaint.trim().split('\n').at(-1) ?? '';
  return `k6 ended with exit code ${code}: ${last}`;
}

function quoted(word: string): string {
  return /^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
