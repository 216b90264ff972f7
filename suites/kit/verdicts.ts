// What one run of a check says about each of its requirements.
import type { CheckOutcome, Failure, Verdict } from './outcome.ts';

/** How the run of a check came to its end. */
export interface Ending {
  harness?: true;
  reason?: string;
  decided?: true;
  /** What passed by and was not as documented. */
  breaches: readonly { requirement: string }[];
}

export function verdictsOf(
  check: { requires: readonly string[] },
  { harness, reason, decided, breaches }: Ending,
  failures: readonly Pick<Failure, 'requirement'>[],
): CheckOutcome['verdicts'] {
  const broken = new Set(failures.map(({ requirement }) => requirement));
  // A run that ended early leaves what it had not decided yet undecided; what merely passed by was judged all the same.
  const ended =
    reason !== undefined ||
    (decided !== true &&
      failures.some(
        ({ requirement }) =>
          check.requires.includes(requirement) &&
          !breaches.some((breach) => breach.requirement === requirement),
      ));
  const passed: Verdict = harness === true ? 'harness-error' : ended ? 'inconclusive' : 'pass';
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
