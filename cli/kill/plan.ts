// Which trials a run of the kill matrix consists of.
import type { Profile } from '../../suites/kit/context.ts';
import { empty } from './empty.ts';
import type { CheckIndex, FaultIndex } from './indexes.ts';
import type { Trial } from './trial.ts';

export interface Choice {
  dialects: readonly string[];
  wants(fault: FaultIndex, dialect: string): boolean;
  seeds: number;
  profile: Profile;
  patience: number;
}

export function trialsOf(
  { dialects, wants, seeds, profile, patience }: Choice,
  faults: readonly FaultIndex[],
  checks: readonly CheckIndex[],
): Trial[] {
  const trials: Trial[] = [];
  for (const dialect of dialects) {
    const own = faults.filter((fault) => fault.dialects.includes(dialect) && wants(fault, dialect));
    if (own.length === 0) continue;
    const shared = { dialect, profile, patience };
    // The controls are as patient as a user's run: a slow machine is no reason to doubt the clean server.
    for (const fault of [undefined, empty.name])
      trials.push({
        ...shared,
        ...(fault === undefined ? {} : { fault }),
        seed: 1,
        patience: Math.max(patience, 1),
        bystanders: [],
      });
    const bystanders = bystandersOf(
      own,
      checks.filter((check) => check.dialect === dialect),
    );
    for (const [at, { name }] of own.entries())
      for (let seed = 1; seed <= seeds; seed += 1)
        trials.push({ ...shared, fault: name, seed, bystanders: seed === 1 ? (bystanders[at] ?? []) : [] });
  }
  return trials;
}

/** Every check watches some faults that are none of its business: it has to stay green at one of them at least. */
function bystandersOf(faults: readonly FaultIndex[], checks: readonly CheckIndex[]): string[][] {
  const watching: string[][] = faults.map(() => []);
  for (const [number, check] of checks.entries()) {
    let found = 0;
    for (let step = 0; step < faults.length && found < 2; step += 1) {
      const at = (number + step) % faults.length;
      const fault = faults[at];
      if (fault === undefined || check.catches.includes(fault.name)) continue;
      if (check.requires.some((id) => fault.breaks.includes(id))) continue;
      watching[at]?.push(check.id);
      found += 1;
    }
  }
  return watching;
}
