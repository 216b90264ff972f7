// What changed between two reports: pure, for `chatproof diff` and for whoever keeps reports.
import { evidenceByRequirement } from './evidence.ts';
import type { Report, RequirementResult, Verdict } from './model.ts';

export interface Change {
  id: string;
  level: RequirementResult['level'];
  before: Verdict;
  after: Verdict;
  /** Why it is what it is now: what was seen, or the reason. */
  because?: string;
}

export interface ReportDiff {
  worse: Change[];
  better: Change[];
  /** Changed, but neither worse nor better: other verdicts of the same weight, or another way of failing. */
  other: Change[];
  /** In the new report only, and in the old one only. */
  added: RequirementResult[];
  gone: RequirementResult[];
  unchanged: number;
  before: Report['summary']['verdict'];
  after: Report['summary']['verdict'];
  /** What makes the comparison less than exact: another target, level, seed or version. */
  differences: string[];
}

/** How far from good: a verdict that moves down has become worse, also by not being judged any more. */
const WEIGHT: Record<Verdict, number> = {
  pass: 0,
  inapplicable: 1,
  inconclusive: 2,
  known: 2,
  warn: 3,
  'harness-error': 3,
  fail: 4,
};

export function diffReports(before: Report, after: Report): ReportDiff {
  const old = new Map(before.requirements.map((one) => [one.id, one]));
  const now = new Map(after.requirements.map((one) => [one.id, one]));
  const evidence = {
    before: signatures(before),
    after: evidenceByRequirement(after),
    signs: signatures(after),
  };
  const both = after.requirements.flatMap((one) => {
    const was = old.get(one.id);
    return was === undefined ? [] : [{ was, one }];
  });
  const changed = both.filter(
    ({ was, one }) =>
      was.verdict !== one.verdict ||
      (isBroken(one) && evidence.before.get(one.id) !== evidence.signs.get(one.id)),
  );
  const changes = changed.map(({ was, one }): Change => {
    const because =
      (isBroken(one) ? evidence.after.get(one.id)?.[0]?.failure.because : undefined) ?? one.reason;
    const change = { id: one.id, level: one.level, before: was.verdict, after: one.verdict };
    return because === undefined ? change : { ...change, because };
  });
  return {
    worse: changes.filter((one) => judge(one) === 'worse'),
    better: changes.filter((one) => judge(one) === 'better'),
    other: changes.filter((one) => judge(one) === 'other'),
    added: after.requirements.filter((one) => !old.has(one.id)),
    gone: before.requirements.filter((one) => !now.has(one.id)),
    unchanged: both.length - changed.length,
    before: before.summary.verdict,
    after: after.summary.verdict,
    differences: differences(before, after),
  };
}

/** What decides the exit code: something is worse, or something new is broken. */
export function gotWorse(diff: ReportDiff): boolean {
  return diff.worse.length > 0 || diff.added.some((one) => one.verdict === 'fail');
}

function judge({ before, after }: Change): 'worse' | 'better' | 'other' {
  const by = WEIGHT[after] - WEIGHT[before];
  if (by > 0) return 'worse';
  // A failure that nobody could judge this time is not mended.
  return by < 0 && after !== 'inconclusive' && after !== 'harness-error' ? 'better' : 'other';
}

function isBroken({ verdict }: RequirementResult): boolean {
  return verdict === 'fail' || verdict === 'warn' || verdict === 'known';
}

function signatures(report: Report): Map<string, string> {
  const found = [...evidenceByRequirement(report)];
  return new Map(
    found.map(([id, all]) => [
      id,
      all
        .map((one) => one.failure.signature)
        .sort()
        .join('\n'),
    ]),
  );
}

function differences(before: Report, after: Report): string[] {
  const pairs: [string, string | number, string | number][] = [
    ['target', before.target, after.target],
    ['level', before.summary.level, after.summary.level],
    ['profile', before.profile, after.profile],
    ['version of chatproof', before.tool.version, after.tool.version],
  ];
  return pairs.filter(([, a, b]) => a !== b).map(([name, a, b]) => `${name}: ${a}, now ${b}`);
}
