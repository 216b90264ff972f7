// Which failures speak for a requirement: one for each way of failing, with the checks that saw it.
import type { CheckOutcome, Failure, Report, RequirementResult } from './model.ts';

export interface Evidence {
  failure: Failure;
  check: CheckOutcome;
  /** Other checks that failed in the same way. */
  also: CheckOutcome[];
}

/** Evidence by requirement id, for a whole report at once. */
export function evidenceByRequirement(report: Report): Map<string, Evidence[]> {
  const found = new Map<string, Evidence[]>();
  for (const check of report.checks)
    for (const failure of check.failures) {
      const known = found.get(failure.requirement) ?? [];
      found.set(failure.requirement, known);
      const same = known.find((one) => one.failure.signature === failure.signature);
      if (same === undefined) known.push({ failure, check, also: [] });
      else if (same.check !== check) same.also.push(check);
    }
  return found;
}

/** Every check that has something to say about a requirement, in the order of the run. */
export function checksByRequirement(report: Report): Map<string, CheckOutcome[]> {
  const found = new Map<string, CheckOutcome[]>();
  for (const check of report.checks)
    for (const id of new Set([...check.requires, ...check.verdicts.map((one) => one.requirement)])) {
      const checks = found.get(id);
      if (checks === undefined) found.set(id, [check]);
      else checks.push(check);
    }
  return found;
}

/** Milliseconds that a requirement took: each check's time is shared among the requirements that it decides. */
export function shareOfTime(checks: CheckOutcome[]): number {
  return checks.reduce((sum, check) => sum + check.durationMs / Math.max(1, check.verdicts.length), 0);
}

/** Results in groups with the same key, in the order in which the keys first occur. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups];
}

export function byDialect(report: Report): [string, RequirementResult[]][] {
  return groupBy(report.requirements, (one) => one.dialect);
}
