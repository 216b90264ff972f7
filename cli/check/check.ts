// `chatproof check`, from the options to the exit code.
import { relative, resolve } from 'node:path';
import { formatNamed } from '../../reports/formats.ts';
import type { Format, Report } from '../../reports/model.ts';
import { writeReports } from '../../reports/write.ts';
import { UnreachableError, UsageError } from '../../specs/kit/errors.ts';
import { atATime, runChecks } from '../../suites/engine/run.ts';
import type { RunContext } from '../../suites/kit/context.ts';
import { type Config, loadConfig } from '../config/config.ts';
import { configOf } from '../config/target.ts';
import { turnsRed } from './bail.ts';
import { applyBaseline, readBaseline, writeBaseline } from './baseline.ts';
import { testedByCanary } from './canary.ts';
import { type Job, prepare } from './job.ts';
import { type CheckFlags, type CheckOptions, optionsOf } from './options.ts';
import { showProgress } from './progress.ts';
import { type Findings, reportOf } from './report.ts';
import { writeTargetLogs } from './target-logs.ts';

export async function check(dialects: readonly string[], flags: CheckFlags): Promise<number> {
  const config = loadConfig(flags.config);
  if ((flags.target ?? config.target) !== undefined && dialects.length === 0 && config.dialects === undefined)
    throw new UsageError(
      `The target ${flags.target ?? config.target} speaks one dialect: name it, as in \`chatproof check rooms --target …\`.`,
    );
  const options = optionsOf(dialects, flags, config);
  const formats = await Promise.all(options.formats.map(formatNamed));
  const known = readBaseline(options.updateBaseline ? undefined : options.baseline);

  const stop = new AbortController();
  const enough = new AbortController();
  const interrupted = (): void => stop.abort();
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const startedAt = new Date();
  const began = performance.now();
  const { jobs, unreachable } = await prepared(options, flags, config);
  try {
    const distrust = await testedByCanary(options);
    if (distrust !== undefined)
      throw new Error(`The canary says that this installation cannot be trusted: ${distrust}.`);
    const contexts = jobs.map(({ context }) => context);
    const progress = showProgress(process.stderr, {
      live: process.stderr.isTTY && process.env['CI'] === undefined,
      lasts: longest(contexts),
    });
    const { outcomes, errors } =
      jobs.length === 0
        ? { outcomes: [], errors: [] }
        : await runChecks(contexts, {
            progress: {
              ...progress,
              ended(outcome) {
                progress.ended?.(outcome);
                if (options.bail && turnsRed(outcome, options, known, startedAt)) enough.abort();
              },
            },
            signal: AbortSignal.any([stop.signal, enough.signal]),
          });
    progress.end();
    const selected = new Set(jobs.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
    const baseline = applyBaseline(known, outcomes, startedAt, selected);
    const findings: Findings = {
      jobs,
      outcomes: baseline.outcomes,
      baselineProblems: baseline.problems,
      startedAt,
      durationMs: performance.now() - began,
      errors,
      unreachable,
      ...(stop.signal.aborted
        ? { endedEarly: 'it was interrupted' }
        : enough.signal.aborted
          ? { endedEarly: 'it stopped at the first failure (--bail)' }
          : {}),
    };
    const report = reportOf(findings, options);
    if (options.updateBaseline && options.baseline !== undefined)
      say(
        `${writeBaseline(options.baseline, readKnown(options.baseline), outcomes)} known failures written to ${options.baseline}.`,
      );
    for (const error of errors) process.stderr.write(`${error}\n`);
    for (const { reason } of unreachable) process.stderr.write(`${reason}\n`);
    await publish(report, formats, options);
    for (const { path } of await writeTargetLogs(jobs, resolve(options.report)))
      say(`Log of the target: ${relative(process.cwd(), path)}`);
    return options.updateBaseline && report.summary.exitCode === 1 ? 0 : report.summary.exitCode;
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await Promise.all(jobs.map((job) => job.close()));
  }
}

function readKnown(file: string): ReturnType<typeof readBaseline> {
  try {
    return readBaseline(file);
  } catch {
    return [];
  }
}

/** A target that cannot be reached does not keep the others from being judged. */
async function prepared(
  options: CheckOptions,
  flags: CheckFlags,
  config: Config,
): Promise<{ jobs: Job[]; unreachable: { dialect: string; target: string; reason: string }[] }> {
  const settled = await Promise.allSettled(
    options.dialects.map((dialect) => prepare(dialect, flags, config, options)),
  );
  const jobs = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = settled.flatMap((one, at) =>
    one.status === 'rejected' ? [{ dialect: options.dialects[at] ?? '', error: one.reason as unknown }] : [],
  );
  const fatal = failed.find(({ error }) => !(error instanceof UnreachableError));
  if (fatal !== undefined) {
    await Promise.all(jobs.map((job) => job.close()));
    throw fatal.error;
  }
  const unreachable = failed.map(({ dialect, error }) => ({
    dialect,
    target: flags.target ?? configOf(config, dialect).target ?? 'the target that lifecycle starts',
    reason: error instanceof Error ? error.message : String(error),
  }));
  return { jobs, unreachable };
}

async function publish(report: Report, formats: readonly Format[], options: CheckOptions): Promise<void> {
  const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const width = Math.min(process.stdout.columns ?? 80, 120);
  for (const format of formats)
    if (format.file === undefined) process.stdout.write(format.render(report, { colour, width }));
  const written = await writeReports(report, formats, resolve(options.report));
  for (const { problem } of written) if (problem !== undefined) process.stderr.write(`${problem}\n`);
  const html = written.find(({ format, path }) => format === 'html' && path !== undefined);
  const other = written.find(({ path }) => path !== undefined);
  const path = html?.path ?? other?.path;
  if (path !== undefined) say(`Report: ${relative(process.cwd(), path)}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A thorough run is bounded by time: by so many minutes a dialect, of which two are done side by side. */
function longest(contexts: readonly RunContext[]): number | undefined {
  const [first] = contexts;
  if (first?.profile !== 'thorough') return undefined;
  return Math.ceil(contexts.length / atATime) * first.minutes * 60_000;
}
