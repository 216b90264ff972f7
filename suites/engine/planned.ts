// Which checks run, and for which of their requirements: decided before anything runs.
import type { Profile } from '../kit/context.ts';
import type { Driver } from '../kit/driver.ts';
import type { Shared } from '../kit/judge.ts';
import { applies } from '../kit/plan.ts';
import type { Registered } from '../kit/registry.ts';

export interface Planned {
  check: Registered;
  /** The requirements that apply to this target. */
  open: string[];
  /** Why none applies. */
  reason: string | undefined;
}

const profiles: readonly Profile[] = ['quick', 'standard', 'thorough'];

export function planned(
  checks: readonly Registered[],
  { context, requirement }: Shared,
  driver: Driver<unknown>,
): Planned[] {
  return checks.flatMap((check) => {
    const selected = check.requires.filter((id) => context.selected.includes(id));
    if (selected.length === 0 || profiles.indexOf(check.profile) > profiles.indexOf(context.profile))
      return [];
    const more = check.fresh ? ['disposable-rooms'] : [];
    const plans = selected.map((id) => ({ id, plan: applies(requirement(id), context, driver, more) }));
    const open = plans.filter(({ plan }) => plan.applies).map(({ id }) => id);
    const reasons = plans.flatMap(({ plan }) => (plan.applies ? [] : [plan.reason]));
    const reason = open.length > 0 ? undefined : [...new Set(reasons)].join('; ');
    return [{ check: { ...check, requires: selected }, open, reason }];
  });
}
