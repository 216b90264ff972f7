// Puts the report together from what the checks found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  BaselineProblem,
  CheckOutcome,
  Report,
  RequirementResult,
  Summary,
} from '../../reports/model.ts';
import { judgeRequirements, summarise } from '../../reports/summarise.ts';
import { loadDialect } from '../../specs/kit/dialect.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { inapplicableReason, type Job } from './job.ts';
import type { CheckOptions } from './options.ts';
import { strengthOfTheSuite } from './strength.ts';

export interface Findings {
  jobs: readonly Job[];
  outcomes: CheckOutcome[];
  baselineProblems: BaselineProblem[];
  startedAt: Date;
  durationMs: number;
  endedEarly?: string;
  /** What broke in the harness outside any check. */
  errors: string[];
  /** Dialects whose target could not be reached or supplied no people. */
  unreachable: readonly { dialect: string; target: string; reason: string }[];
}

export function reportOf(findings: Findings, options: CheckOptions): Report {
  const { jobs, outcomes, baselineProblems, unreachable, endedEarly } = findings;
  const results = new Map(jobs.map((job) => [job.dialect, resultsOf(job, findings, options)]));
  const unreached = unreachable.map(({ dialect, target, reason }) => ({
    name: dialect,
    title: loadDialect(dialect).title,
    target,
    ws: '',
    embedded: false,
    summary: summarise(unjudged(dialect, options, reason), { level: options.level, unreachable: true }),
  }));
  const all = [...results.values()]
    .flat()
    .concat(unreachable.flatMap(({ dialect, reason }) => unjudged(dialect, options, reason)));
  return {
    schema: 'chatproof/report@1',
    tool: { name: 'chatproof', version: versionOf(), node: process.version },
    dialects: [
      ...jobs.map((job) => ({
        name: job.dialect,
        title: loadDialect(job.dialect).title,
        target: job.context.target.http,
        ws: job.context.target.ws,
        embedded: job.embedded,
        summary: summarise(results.get(job.dialect) ?? [], { level: options.level }),
      })),
      ...unreached,
    ],
    target: [
      ...new Set([
        ...jobs.map((job) => (job.embedded ? 'the embedded reference server' : job.context.target.http)),
        ...unreachable.map(({ target }) => target),
      ]),
    ].join(', '),
    seed: options.seed,
    profile: options.profile,
    startedAt: findings.startedAt.toISOString(),
    durationMs: Math.round(findings.durationMs),
    ...(endedEarly === undefined ? {} : { endedEarly }),
    summary: overall(all, findings, options),
    observed: observed(outcomes),
    declaredDeviations: jobs.flatMap((job) =>
      job.deviations.map((deviation) => ({ ...deviation, dialect: job.dialect })),
    ),
    baselineProblems,
    suite: strengthOfTheSuite(jobs.map(({ dialect }) => dialect)),
    requirements: all,
    checks: outcomes,
  };
}

function resultsOf(
  job: Job,
  { outcomes, endedEarly }: Findings,
  { level }: CheckOptions,
): RequirementResult[] {
  const results = judgeRequirements({
    dialect: job.dialect,
    requirements: job.requirements,
    checks: outcomes,
    level,
    ...(endedEarly === undefined ? {} : { endedEarly }),
  });
  return results.map((result) => {
    const requirement = job.requirements.find(({ id }) => id === result.id);
    const reason =
      requirement === undefined || result.verdict !== 'inconclusive'
        ? undefined
        : inapplicableReason(requirement, job);
    return reason === undefined ? result : { ...result, verdict: 'inapplicable', reason };
  });
}

function unjudged(
  dialect: string,
  { level, selects }: CheckOptions,
  endedEarly: string,
): RequirementResult[] {
  return judgeRequirements({
    dialect,
    requirements: loadDialect(dialect).requirements.filter(({ id }) => selects(id)),
    checks: [],
    level,
    endedEarly,
  });
}

function overall(
  results: RequirementResult[],
  { baselineProblems, unreachable, errors, endedEarly }: Findings,
  { level }: CheckOptions,
): Summary {
  const summary = summarise(results, { level, baselineProblems });
  if (summary.verdict === 'not conformant') return summary;
  if (unreachable.length > 0) return { ...summary, verdict: 'unreachable', exitCode: 3 };
  if (errors.length > 0) return { ...summary, verdict: 'harness error', exitCode: 5 };
  if (endedEarly !== undefined && summary.verdict === 'conformant')
    return { ...summary, verdict: 'inconclusive', exitCode: 2 };
  return summary;
}

function observed(outcomes: readonly CheckOutcome[]): Report['observed'] {
  const counts = new Map<string, Report['observed'][number]>();
  for (const { dialect, observed: seen } of outcomes) {
    for (const { topic, branch } of seen) {
      const key = JSON.stringify([dialect, topic, branch]);
      const known = counts.get(key) ?? { dialect, topic, branch, times: 0 };
      counts.set(key, { ...known, times: known.times + 1 });
    }
  }
  return [...counts.values()].sort((one, other) => (one.topic < other.topic ? -1 : 1));
}

function versionOf(): string {
  const { version }: { version?: unknown } = JSON.parse(
    readFileSync(join(packageRoot(), 'package.json'), 'utf8'),
  );
  return String(version);
}
