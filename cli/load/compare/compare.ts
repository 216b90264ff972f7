// `chatproof compare`: whether a load result has become worse, as a gate.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadResult } from '../../../reports/load/model.ts';
import { UsageError } from '../../../specs/kit/errors.ts';
import { readReport } from '../../comparing/compare.ts';
import { type Ratio, ratioOf, type Verdict, verdictOf } from './ratio.ts';

export interface CompareFlags {
  metric?: string;
  statistic?: string;
  tolerance?: string;
  json?: true;
}

const STATISTICS = ['p50', 'p90', 'p95', 'p99', 'mean'] as const;
const WRONG = ['lost', 'duplicated', 'reordered', 'foreign'] as const;
const EXIT = { 'not worse': 0, worse: 1, 'cannot tell': 2 } as const;

export function compareLoads(baseline: string, candidate: string, flags: CompareFlags): number {
  const metric = flags.metric ?? 'chat_delivery_ms';
  const statistic = STATISTICS.find((one) => one === (flags.statistic ?? 'p95'));
  if (statistic === undefined)
    throw new UsageError(
      `--statistic is "${flags.statistic}", but has to be one of ${STATISTICS.join(', ')}.`,
    );
  const tolerance = Number(flags.tolerance ?? 1.1);
  if (!(tolerance > 0))
    throw new UsageError(`--tolerance is "${flags.tolerance}", but has to be a number above 0, like 1.1.`);
  const [before, after] = [resultsIn(baseline), resultsIn(candidate)];
  alike(before, after);
  const times = (results: LoadResult[], folder: string): number[] =>
    results.map((result) => measuredIn(result, metric, { statistic, folder }));
  const ratio = ratioOf(times(before, baseline), times(after, candidate));
  const worse = WRONG.filter((what) => sum(after, what) > sum(before, what));
  const verdict: Verdict = worse.length > 0 ? 'worse' : verdictOf(ratio, tolerance);
  const lines = flags.json
    ? [JSON.stringify({ metric, statistic, tolerance, ...ratio, worse, verdict }, null, 2)]
    : [
        ...worse.map(
          (what) => `${sum(after, what)} messages were ${what}, ${sum(before, what)} in the baseline`,
        ),
        sentence(ratio, `${statistic} ${metric}`),
        `${verdict}, at a tolerance of ${tolerance} ×`,
      ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return EXIT[verdict];
}

function sentence({ ratio, low, high, pairs }: Ratio, what: string): string {
  const is = `${what} is ${ratio.toFixed(2)} ×`;
  if (low === undefined || high === undefined)
    return `${is} the baseline in one run each, which says nothing about the noise: repeat both, in turns`;
  return `${is} (${low.toFixed(2)}–${high.toFixed(2)}) the baseline, in ${pairs} runs each`;
}

/** The folder's own result, or those of its folders, in the order of their names. */
function resultsIn(folder: string): LoadResult[] {
  const own = join(folder, 'report.json');
  const inside =
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() && !existsSync(own) ? readdirSync(folder) : [];
  const files = existsSync(own)
    ? [own]
    : inside.sort(byNumber).map((name) => join(folder, name, 'report.json'));
  const results = files.filter((file) => existsSync(file)).map(resultIn);
  if (results.length > 0) return results;
  throw new UsageError(
    `${folder} holds no result of chatproof load: name a folder with a report.json, or with one in each of its folders.`,
  );
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

function resultIn(file: string): LoadResult {
  const { load } = readReport(file);
  if (load !== undefined) return load;
  throw new UsageError(`${file} is no report of a load run: chatproof diff compares reports of checks.`);
}

function alike(before: LoadResult[], after: LoadResult[]): void {
  const all = [...before, ...after].map(
    ({ dialect, scenario, profile }) => `${dialect}, ${scenario}, ${profile}`,
  );
  const [first] = all;
  const other = all.find((one) => one !== first);
  if (other !== undefined)
    throw new UsageError(`Runs of ${first} and of ${other} can't be compared: use one scenario and profile.`);
}

function measuredIn(
  { spreads }: LoadResult,
  metric: string,
  { statistic, folder }: { statistic: (typeof STATISTICS)[number]; folder: string },
): number {
  const spread = spreads.find((one) => one.metric === metric);
  if (spread !== undefined) return spread[statistic];
  const known = spreads.map((one) => one.metric).join(', ');
  throw new UsageError(
    `A run in ${folder} has not measured "${metric}", but ${known}: choose one with --metric.`,
  );
}

function sum(results: LoadResult[], what: (typeof WRONG)[number]): number {
  return results.reduce((all, one) => all + one[what], 0);
}
