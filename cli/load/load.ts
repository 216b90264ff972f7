// `chatproof load`, from the options to the exit code.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Plan } from '../../load/kit/plan.ts';
import { formatNamed } from '../../reports/formats.ts';
import { writeReports } from '../../reports/write.ts';
import { loadDialect } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { provision } from '../../suites/kit/provision.ts';
import { type Addressed, addressed } from '../check/addressed.ts';
import { reach } from '../check/reach.ts';
import { loadConfig } from '../config/config.ts';
import { configOf } from '../config/target.ts';
import { fold } from './fold.ts';
import { type Ended, k6OrComplain, runK6, wordsOf } from './k6.ts';
import { conditionOf } from './objectives.ts';
import { type LoadFlags, type LoadOptions, optionsOf } from './options.ts';
import { planOf, requestOf } from './plan.ts';
import { linesOf } from './print.ts';
import { scriptOf } from './profile.ts';
import { reportOf } from './report.ts';
import { samplesOf } from './samples.ts';

export async function load(name: string, flags: LoadFlags): Promise<number> {
  const config = loadConfig(flags.config);
  const dialect = loadDialect(name);
  const options = optionsOf(flags, config);
  for (const [metric, conditions] of Object.entries(options.profile.thresholds))
    for (const condition of conditions) conditionOf(metric, condition);
  const script = scriptOf(name, options.scenario);
  const driver = await loadDriver(name);
  const k6 = k6OrComplain();
  if (options.print && (flags.target ?? configOf(config, name).target) === undefined)
    throw new UsageError('--print shows a command for a server that keeps running: name it with --target.');
  const where = await addressed(dialect, driver, flags, config);
  try {
    const source = where.source();
    if (!where.embedded) await reach(where.target, 1);
    const people = await provision(source, requestOf(driver, options.profile), driver.needs);
    const plan = planOf(dialect, { target: where.target, people, driver, profile: options.profile });
    return options.print
      ? printed(k6, plan, script, options)
      : await judged({ k6, plan, script, options, where });
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

function printed(k6: string, plan: Plan, script: string, { report }: LoadOptions): number {
  mkdirSync(report, { recursive: true });
  const words = wordsOf({ plan: written(plan, report), raw: join(report, 'k6.json.gz'), script });
  process.stdout.write(`${[k6, ...words].map(quoted).join(' ')}\n`);
  return 0;
}

interface Work {
  k6: string;
  plan: Plan;
  script: string;
  options: LoadOptions;
  where: Addressed;
}

async function judged({ k6, plan, script, options, where }: Work): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-load-'));
  const raw = join(options.report, 'k6.json.gz');
  const stop = new AbortController();
  const interrupted = (): void => stop.abort();
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    mkdirSync(options.report, { recursive: true });
    rmSync(raw, { force: true });
    const startedAt = new Date();
    const began = performance.now();
    const words = wordsOf({ plan: written(plan, folder), raw, script });
    const ended = await runK6(k6, words, stop.signal);
    const broken = problemOf(ended, stop.signal);
    if (broken !== undefined) throw new Error(broken);
    const { profile } = plan;
    const result = fold(await samplesOf([raw]), {
      dialect: plan.dialect,
      scenario: options.scenario,
      profile: profile.name,
      conversations: plan.conversations.length,
      thresholds: profile.thresholds,
      untilBroken: profile.untilBroken === true,
      raw: 'k6.json.gz',
    });
    const report = reportOf({
      result,
      target: where.target,
      embedded: where.embedded,
      startedAt,
      durationMs: performance.now() - began,
      ...(stop.signal.aborted ? { endedEarly: 'it was interrupted' } : {}),
    });
    const formats = await Promise.all(['json', 'html'].map(formatNamed));
    const files = await writeReports(report, formats, options.report);
    for (const { problem } of files) if (problem !== undefined) process.stderr.write(`${problem}\n`);
    const page = files.find(({ format }) => format === 'html')?.path;
    const at = page === undefined ? [] : [`Report: ${relative(process.cwd(), page)}`];
    process.stdout.write(`${[...linesOf(result, report.summary), ...at].join('\n')}\n`);
    return report.summary.exitCode;
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
