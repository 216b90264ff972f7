// What one run of a check says about each of its requirements.
import type { CheckOutcome, Failure, Verdict } from './outcome.ts';

/** How the run of a check came to its end. */
export interface Ending {
  harness?: true;
  /** Why it could not be judged. */
  reason?: string;
  /** A failure ended it before it had decided everything. */
  cutShort?: true;
}

export function verdictsOf(
  check: { requires: readonly string[] },
  { harness, reason, cutShort }: Ending,
  failures: readonly Pick<Failure, 'requirement'>[],
): CheckOutcome['verdicts'] {
  const broken = new Set(failures.map(({ requirement }) => requirement));
  const undecided = reason !== undefined || cutShort === true;
  const passed: Verdict = harness === true ? 'harness-error' : undecided ? 'inconclusive' : 'pass';
  const own = check.requires.map((requirement) => ({
    requirement,
    verdict: broken.has(requirement) ? ('fail' as const) : passed,
  }));
  const inPassing = [...broken]
    .filter((id) => !check.requires.includes(id))
    .map((requirement) => ({ requirement, verdict: 'fail' as const }));
  return [...own, ...inPassing];
}

const severity: readonly Verdict[] = [
  'pass',
  'inapplicable',
  'known',
  'warn',
  'inconclusive',
  'fail',
  'harness-error',
];

export function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce(
    (bad, next) => (severity.indexOf(next) > severity.indexOf(bad) ? next : bad),
    'pass',
  );
}
