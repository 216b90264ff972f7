// The verdicts in the order of a report, worst first, each with a mark that also works without colour.
import type { LoadResult } from './load/model.ts';
import type { Report, RequirementResult, Summary, Verdict } from './model.ts';

export interface VerdictInfo {
  verdict: Verdict;
  mark: string;
  /** How a heading or a count names it. */
  word: string;
  /** The same for a narrow column. */
  short: string;
  /** Its key in a Summary. */
  count: 'pass' | 'fail' | 'warn' | 'inconclusive' | 'inapplicable' | 'known' | 'harnessError';
  means: string;
}

export const VERDICTS: readonly VerdictInfo[] = [
  {
    verdict: 'fail',
    mark: '✗',
    word: 'failed',
    short: 'failed',
    count: 'fail',
    means: 'The target broke it.',
  },
  {
    verdict: 'harness-error',
    mark: 'E',
    word: 'harness error',
    short: 'error',
    count: 'harnessError',
    means: 'Chatproof itself broke.',
  },
  {
    verdict: 'warn',
    mark: '!',
    word: 'warned',
    short: 'warned',
    count: 'warn',
    means: 'Broken, below the gated level.',
  },
  {
    verdict: 'known',
    mark: '≈',
    word: 'known',
    short: 'known',
    count: 'known',
    means: 'Fails as the baseline says.',
  },
  {
    verdict: 'inconclusive',
    mark: '?',
    word: 'not judged',
    short: 'unjudged',
    count: 'inconclusive',
    means: 'Could not be judged.',
  },
  {
    verdict: 'pass',
    mark: '✓',
    word: 'passed',
    short: 'passed',
    count: 'pass',
    means: 'The target keeps it.',
  },
  {
    verdict: 'inapplicable',
    mark: '–',
    word: 'not applicable',
    short: 'n/a',
    count: 'inapplicable',
    means: 'Does not apply to this target.',
  },
];

const byVerdict = new Map(VERDICTS.map((info, rank) => [info.verdict, { ...info, rank }]));

export function verdictInfo(verdict: Verdict): VerdictInfo & { rank: number } {
  const info = byVerdict.get(verdict);
  if (info === undefined)
    throw new TypeError(`"${verdict}" is not a verdict: use ${[...byVerdict.keys()].join(', ')}.`);
  return info;
}

/** The mark of the verdict of a whole run. */
export function overallMark(verdict: Summary['verdict']): string {
  if (verdict === 'conformant') return '✓';
  if (verdict === 'inconclusive') return '?';
  return verdict === 'harness error' ? 'E' : '✗';
}

/** What makes the verdict of a whole run what it is, as the rest of the sentence that starts with it. */
export function verdictSentence(report: Report): string {
  const { summary, baselineProblems, load } = report;
  const total = count(report.requirements.length, 'requirement');
  const stale = baselineProblems.length > 0 ? count(baselineProblems.length, 'baseline problem') : '';
  if (summary.verdict === 'unreachable') return report.endedEarly ?? `${report.target} could not be reached`;
  if (load !== undefined && judgesLoad(report)) return loadSentence(load);
  if (summary.fail > 0) return `${summary.fail} of ${total} failed${stale === '' ? '' : `, ${stale}`}`;
  if (stale !== '') return `nothing new failed, but there is ${stale}`;
  if (summary.verdict === 'harness error')
    return `chatproof itself broke on ${summary.harnessError} of ${total}`;
  if (summary.verdict === 'inconclusive') {
    const open = report.requirements.filter((one) => one.verdict === 'inconclusive' && isGated(one, summary));
    if (open.length === 0) return 'no requirement of level must was judged';
    return `${open.length} of ${total} could not be judged`;
  }
  const kept = `${summary.pass} of ${total} passed and none failed`;
  return summary.known > 0 ? `${kept}, ${summary.known} known to the baseline` : kept;
}

/** A report of `chatproof load` has objectives in place of requirements. */
export function judgesLoad({ load, requirements }: Pick<Report, 'load' | 'requirements'>): boolean {
  return load !== undefined && requirements.length === 0;
}

function loadSentence({ objectives, sent, delivered }: LoadResult): string {
  const broken = objectives.filter(({ kept, lag }) => !kept && lag === undefined).length;
  const open = objectives.filter(({ kept, lag }) => !kept && lag !== undefined).length;
  const judged = `${delivered} of ${count(sent, 'message')} delivered`;
  if (sent === 0) return 'nothing was sent';
  if (broken === 0 && open > 0)
    return `${open} of ${count(objectives.length, 'objective')} could not be judged, because k6 itself was late, ${judged}`;
  return broken === 0
    ? `every objective is kept, ${judged}`
    : `${broken} of ${count(objectives.length, 'objective')} broken, ${judged}`;
}

export function isGated(one: { level: Summary['level'] }, summary: { level: Summary['level'] }): boolean {
  return levelRank(one.level) <= levelRank(summary.level);
}

/** must 0, should 1, may 2. */
export function levelRank(level: RequirementResult['level']): number {
  return ['must', 'should', 'may'].indexOf(level);
}

/** "1 check", "2 checks". */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** "840 ms", "12.4 s", "3 min 05 s". */
export function seconds(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 99_950) return `${(ms / 1_000).toFixed(1)} s`;
  const whole = Math.round(ms / 1_000);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
