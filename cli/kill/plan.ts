// Which trials a run of the kill matrix consists of.
import type { Profile } from '../../suites/kit/context.ts';
import { empty } from './empty.ts';
import type { CheckIndex, FaultIndex } from './indexes.ts';
import type { Trial } from './trial.ts';

export interface Choice {
  dialects: readonly string[];
  /** What a server of each dialect may offer beyond the rest: its checks run only where it does. */
  optional: Readonly<Record<string, readonly string[]>>;
  /** What each requirement needs, by its id. */
  needs: ReadonlyMap<string, readonly string[]>;
  wants(fault: FaultIndex, dialect: string): boolean;
  seeds: number;
  /** Checks, by id, of which an earlier matrix knows enough: nothing is tried for their sake, controls neither. */
  settled?: ReadonlySet<string>;
  /** For daily work: of the controls only the clean server, and nothing of a special kind. */
  isBrief?: boolean;
  /** Seeds that were tried before: only the next ones are. */
  after?: number;
  profile: Profile;
  patience: number;
}

/** Further seeds of every fault, and nothing else. */
export function furtherTrialsOf(
  { dialects, optional, needs, wants, seeds, after = 0, profile, patience }: Choice,
  faults: readonly FaultIndex[],
): Trial[] {
  return dialects.flatMap((dialect) =>
    faults
      .filter((fault) => fault.dialects.includes(dialect) && wants(fault, dialect))
      .flatMap((fault) =>
        Array.from({ length: seeds }, (_, at): Trial => {
          const special = serverFor(fault, optional[dialect] ?? [], needs);
          const trial = { dialect, fault: fault.name, seed: after + at + 1, profile, patience };
          return { ...trial, ...special, bystanders: [], hurried: true };
        }),
      ),
  );
}

/** What the server of a fault has to offer, so that what it breaks can be judged. */
function serverFor(
  { breaks }: FaultIndex,
  optional: readonly string[],
  needs: Choice['needs'],
): Pick<Trial, 'offers' | 'restarts'> {
  const needed = breaks.flatMap((id) => needs.get(id) ?? []);
  return {
    offers: optional.some((one) => needed.includes(one)) ? [...optional] : [],
    ...(needed.includes('restart') && { restarts: true as const }),
  };
}

export function trialsOf(
  choice: Choice,
  faults: readonly FaultIndex[],
  checks: readonly CheckIndex[],
): Trial[] {
  const { dialects, optional: offered, needs, wants, settled, seeds, profile, patience } = choice;
  const trials: Trial[] = [];
  for (const dialect of dialects) {
    const own = faults.filter((fault) => fault.dialects.includes(dialect) && wants(fault, dialect));
    if (own.length === 0) continue;
    const optional = [...(offered[dialect] ?? [])];
    const shared = { dialect, profile, patience, offers: [] };
    // The controls are as patient as a user's run: a slow machine is no reason to doubt the clean server.
    const everything = { offers: optional, restarts: true as const };
    const controls = choice.isBrief === true ? [{}] : [{}, { fault: empty.name }, everything];
    for (const control of settled === undefined ? controls : [])
      trials.push({
        ...shared,
        ...control,
        seed: 1,
        patience: Math.max(patience, 1),
        bystanders: [],
      });
    const mine = checks.filter((check) => check.dialect === dialect);
    const isSpecial = ({ requires }: CheckIndex) =>
      requires.length > 0 && requires.every((id) => isRare(needs.get(id) ?? [], optional));
    const special = settled === undefined && choice.isBrief !== true ? mine.filter(isSpecial) : [];
    for (const { name } of neighboursOf(own, special))
      trials.push({
        ...shared,
        ...everything,
        fault: name,
        seed: 1,
        watches: true,
        bystanders: special.map(({ id }) => id),
      });
    const ordinary = mine.filter((check) => !isSpecial(check) && settled?.has(check.id) !== true);
    const bystanders = bystandersOf(own, ordinary);
    for (const [at, fault] of own.entries()) {
      const special = serverFor(fault, optional, needs);
      const bystander = { ...special, bystanders: bystanders[at] ?? [] };
      trials.push({ ...shared, ...bystander, fault: fault.name, seed: 1 });
    }
    const further = { ...choice, dialects: [dialect], seeds: seeds - 1, after: 1 };
    trials.push(...furtherTrialsOf(further, own));
  }
  return trials;
}

/** True of what an ordinary server, with people of its own, cannot be asked. */
function isRare(needs: readonly string[], optional: readonly string[]): boolean {
  return needs.some((one) => one === 'restart' || optional.includes(one));
}

/** Some faults that are none of the business of any of these checks, which need a server of a special kind. */
function neighboursOf(faults: readonly FaultIndex[], special: readonly CheckIndex[]): FaultIndex[] {
  if (special.length === 0) return [];
  const far = faults.filter(
    ({ name, breaks }) =>
      !special.some(
        ({ catches, requires }) => catches.includes(name) || requires.some((id) => breaks.includes(id)),
      ),
  );
  return [1, 2, 3].flatMap((part) => far[Math.floor((far.length * part) / 4)] ?? []);
}

/** From one fault to the next: neighbours in the alphabet are too much alike. */
const stride = 37;

/** Every check watches some faults that are none of its business: it has to stay green at one of them at least. */
function bystandersOf(faults: readonly FaultIndex[], checks: readonly CheckIndex[]): string[][] {
  const watching: string[][] = faults.map(() => []);
  for (const [number, check] of checks.entries()) {
    let found = 0;
    for (let step = 0; step < faults.length && found < 3; step += 1) {
      const at = (number + step * stride) % faults.length;
      const fault = faults[at];
      if (fault === undefined || check.catches.includes(fault.name)) continue;
      if (check.requires.some((id) => fault.breaks.includes(id))) continue;
      watching[at]?.push(check.id);
      found += 1;
    }
  }
  return watching;
}
