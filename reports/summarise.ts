// From what the checks found to a verdict per requirement, and from those to the verdict of the run.

import type { BaselineProblem, CheckOutcome, RequirementResult, Summary, Verdict } from './model.ts';
import { isGated } from './verdicts.ts';

/** What summarise needs to know of a requirement; the catalogue's entries fit. */
export interface CatalogueEntry {
  id: string;
  level: RequirementResult['level'];
  evidence: RequirementResult['evidence'];
  says: string;
  source: string;
  reading?: string;
  /** Capabilities without which it does not apply. */
  needs?: string[];
  /** Why no check can cover it. */
  untested?: string;
}

export interface Judging {
  dialect: string;
  /** The requirements that this run was asked about; what checks say of others is left out. */
  requirements: CatalogueEntry[];
  checks: CheckOutcome[];
  level: Summary['level'];
  /** Capabilities that the target declares not to offer. */
  lacks?: string[];
  /** Why the run stopped before all checks had run. */
  endedEarly?: string;
}

const WORST_FIRST: readonly Verdict[] = [
  'harness-error',
  'fail',
  'known',
  'inconclusive',
  'pass',
  'inapplicable',
];

export function judgeRequirements(judging: Judging): RequirementResult[] {
  const said = votes(judging.checks.filter((check) => check.dialect === judging.dialect));
  return judging.requirements.map((entry) => {
    const { id, level, evidence, says, source, reading } = entry;
    const area = id.split('.')[1] ?? '';
    const about = { id, dialect: judging.dialect, area, level, evidence, says, source };
    return {
      ...about,
      ...(reading === undefined ? {} : { reading }),
      ...judge(entry, said.get(id), judging),
    };
  });
}

interface Vote {
  verdict: Verdict;
  check: CheckOutcome;
}

function votes(checks: CheckOutcome[]): Map<string, Vote[]> {
  const said = new Map<string, Vote[]>();
  for (const check of checks)
    for (const { requirement, verdict } of check.verdicts) {
      const vote: Vote = { verdict: verdict === 'warn' ? 'fail' : verdict, check };
      said.set(requirement, [...(said.get(requirement) ?? []), vote]);
    }
  return said;
}

function judge(
  entry: CatalogueEntry,
  said: Vote[] | undefined,
  judging: Judging,
): Pick<RequirementResult, 'verdict' | 'reason' | 'checks'> {
  if (said === undefined) return { ...neverJudged(entry, judging), checks: [] };
  const worst =
    WORST_FIRST.find((verdict) => said.some((vote) => vote.verdict === verdict)) ?? 'inconclusive';
  const verdict = worst === 'fail' && !isGated(entry, judging) ? 'warn' : worst;
  const deciding = said.filter((vote) => vote.verdict === worst).map((vote) => vote.check);
  const reason = deciding.find((check) => check.reason !== undefined)?.reason;
  const wantsReason = worst !== 'fail' && worst !== 'pass' && reason !== undefined;
  const checks = [...new Set(deciding.map((check) => check.id))];
  return { verdict, ...(wantsReason ? { reason } : {}), checks };
}

function neverJudged(entry: CatalogueEntry, judging: Judging): Pick<RequirementResult, 'verdict' | 'reason'> {
  if (entry.untested !== undefined)
    return { verdict: 'inapplicable', reason: `No check covers it: ${entry.untested}` };
  const lacking = (entry.needs ?? []).filter((need) => judging.lacks?.includes(need));
  if (lacking.length > 0)
    return {
      verdict: 'inapplicable',
      reason: `The target declares that it does not offer ${lacking.join(', ')}.`,
    };
  const why = judging.endedEarly;
  return {
    verdict: 'inconclusive',
    reason:
      why === undefined ? 'No check judged it.' : `No check judged it, because the run ended early: ${why}`,
  };
}

export interface Verdicts {
  level: Summary['level'];
  baselineProblems?: BaselineProblem[];
  /** The target could not be reached, or its people could not be provisioned. */
  unreachable?: boolean;
}

export function summarise(results: RequirementResult[], options: Verdicts): Summary {
  const counted = (verdict: Verdict) => results.filter((one) => one.verdict === verdict).length;
  const counts = {
    pass: counted('pass'),
    fail: counted('fail'),
    warn: counted('warn'),
    inconclusive: counted('inconclusive'),
    inapplicable: counted('inapplicable'),
    known: counted('known'),
    harnessError: counted('harness-error'),
  };
  const verdict = overall(results, options);
  return { verdict, exitCode: EXIT_CODES[verdict], level: options.level, ...counts };
}

const EXIT_CODES: Record<Summary['verdict'], number> = {
  conformant: 0,
  'not conformant': 1,
  inconclusive: 2,
  unreachable: 3,
  'harness error': 5,
};

function overall(results: RequirementResult[], options: Verdicts): Summary['verdict'] {
  if (options.unreachable === true) return 'unreachable';
  const some = (verdict: Verdict) => results.some((one) => one.verdict === verdict);
  if (some('fail') || (options.baselineProblems ?? []).length > 0) return 'not conformant';
  if (some('harness-error')) return 'harness error';
  const judged = (one: RequirementResult) => ['pass', 'fail', 'known'].includes(one.verdict);
  if (!results.some((one) => one.level === 'must' && judged(one))) return 'inconclusive';
  const open = results.some((one) => one.verdict === 'inconclusive' && isGated(one, options));
  return open ? 'inconclusive' : 'conformant';
}
