// --bail: the run ends at the first failure that would make it red.
import type { CheckOutcome } from '../../reports/model.ts';
import { isGated } from '../../reports/verdicts.ts';
import { requirement } from '../../specs/kit/catalogue.ts';
import { applyBaseline, type Known } from './baseline.ts';
import type { CheckOptions } from './options.ts';

/** True when this outcome holds a failure at the gated level that the baseline does not know. */
export function turnsRed(
  outcome: CheckOutcome,
  { level }: Pick<CheckOptions, 'level'>,
  known: readonly Known[],
  today: Date,
): boolean {
  const { outcomes } = applyBaseline(known, [outcome], today, new Set());
  return outcomes.some(({ verdicts }) =>
    verdicts.some(
      ({ requirement: id, verdict }) => verdict === 'fail' && isGated(requirement(id), { level }),
    ),
  );
}
