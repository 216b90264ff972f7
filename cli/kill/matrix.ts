// The kill matrix: what the trials showed, as plain data.
import { empty } from './empty.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { CheckIndex, FaultIndex } from './indexes.ts';
import type { Red, TrialResult } from './trial.ts';
import type { Failed } from './workers.ts';

export interface Cell {
  fault: string;
  dialect: string;
  kind: string;
  says: string;
  breaks: string[];
  sometimes?: string;
  /** True when it breaks a requirement of level must. */
  must: boolean;
  caught: boolean;
  /** Caught in profile quick, too. */
  quick: boolean;
  seedsCaught: number;
  seeds: number;
  /** With which requirement, by which check; the first one first. */
  killedBy: { requirement: string; check: string }[];
  /** To the first red, in the first seed. */
  firstRedMs?: number;
  /** What the harness did until then: opened, sent and asked. */
  steps?: number;
  /** The steps of the smallest sequence by which the model shows it. */
  counterexample?: number;
  /** Why it was not caught. */
  because?: string;
}

export interface Matrix extends Figures {
  perDialect: Record<string, { caught: number; total: number; checks: number; proven: number }>;
  profile: string;
  seeds: number;
  controls: Record<'clean' | 'empty' | 'offering', Record<string, string>>;
  checksWithoutKiller: string[];
  checksThatNeverSurvive: string[];
  mustsWithoutFault: string[];
  cells: Cell[];
}

/** The trials of one fault in one dialect, one a seed. */
export function cellOf(fault: FaultIndex, dialect: string, results: readonly (TrialResult | Failed)[]): Cell {
  const good = results.filter((result): result is TrialResult => 'kills' in result);
  const caught = good.filter(isKill);
  const [shown] = caught;
  const first = shown?.kills.toSorted((one, other) => one.ms - other.ms)[0];
  return {
    fault: fault.name,
    dialect,
    kind: fault.kind,
    says: fault.says,
    breaks: fault.breaks.filter((id) => id.startsWith(`${dialect}.`)),
    ...(fault.sometimes === undefined ? {} : { sometimes: fault.sometimes }),
    must: false,
    caught: caught.length > 0 && caught.length >= Math.ceil(results.length * 0.9),
    quick: caught.some(({ kills }) => kills.some(({ profile }) => profile === 'quick')),
    seedsCaught: caught.length,
    seeds: results.length,
    killedBy: unique(caught.flatMap(({ kills }) => kills)),
    ...lengthOf(caught),
    ...(first === undefined ? { because: whyNot(results) } : { firstRedMs: first.ms, steps: first.steps }),
  };
}

function lengthOf(caught: readonly TrialResult[]): Pick<Cell, 'counterexample'> {
  const lengths = caught.flatMap(({ kills }) => kills.flatMap(({ counterexample }) => counterexample ?? []));
  return lengths.length === 0 ? {} : { counterexample: Math.min(...lengths) };
}

/** A crash of the server is no kill: it would redden anything. */
export function isKill({ kills, crashes }: TrialResult): boolean {
  return kills.length > 0 && crashes.length === 0;
}

function unique(reds: readonly Red[]): Cell['killedBy'] {
  const found = new Map(
    reds.map(({ requirement, check }) => [`${requirement} ${check}`, { requirement, check }]),
  );
  return [...found.values()].sort((one, other) => (one.requirement < other.requirement ? -1 : 1));
}

function whyNot(results: readonly (TrialResult | Failed)[]): string {
  for (const result of results) {
    if (!('kills' in result)) return `the harness broke: ${firstLine(result.problem)}`;
    if (result.crashes[0] !== undefined) return `the server broke: ${firstLine(result.crashes[0])}`;
    if (Object.keys(result.verdicts).length === 0) return 'no check decides what it breaks';
    const [id, reason] = Object.entries(result.reasons)[0] ?? [];
    if (reason !== undefined) return `${result.verdicts[id ?? ''] ?? ''}: ${firstLine(reason)}`;
    const [besides] = result.besides;
    if (besides !== undefined)
      return `another requirement is blamed: ${besides.requirement} (${besides.because})`;
  }
  return 'every check that decides what it breaks stays green';
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 240);
}

export interface Made {
  cells: Cell[];
  results: readonly (TrialResult | Failed)[];
  checks: readonly CheckIndex[];
  /** Ids of all must-level requirements that are not declared untested. */
  musts: readonly string[];
  profile: string;
  /** The faults that there are, as "dialect fault"; without it, all of an earlier matrix. */
  known?: ReadonlySet<string>;
}

/** With an earlier matrix, what that says about other dialects and other faults stays as it is. */
export function matrixOf(made: Made, earlier?: Matrix): Matrix {
  const { cells, results, checks, musts, profile, known } = made;
  const mustIds = new Set(musts);
  const now = new Set([...cells, ...checks].map(({ dialect }) => dialect));
  const others = (id: string): boolean => !now.has(id.split(/[./ ]/)[0] ?? '');
  const fresh = cells.map((cell) => ({ ...cell, must: cell.breaks.some((id) => mustIds.has(id)) }));
  const tried = new Set(fresh.map(keyOf));
  const isKept = (cell: Cell) => !tried.has(keyOf(cell)) && (known === undefined || known.has(keyOf(cell)));
  const all = [...(earlier?.cells.filter(isKept) ?? []), ...fresh].sort((one, other) =>
    keyOf(one) < keyOf(other) ? -1 : 1,
  );
  const proven = new Set(all.flatMap(({ killedBy }) => killedBy.map(({ check }) => check)));
  const survived = survivedOf(results);
  const broken = new Set(all.flatMap(({ breaks }) => breaks));
  const kept = (ids: readonly string[] | undefined): string[] => (ids ?? []).filter(others);
  const unproven = checks.map(({ id }) => id).filter((id) => !proven.has(id));
  const before = earlier === undefined ? new Set<string>() : settledIn(earlier);
  const neverGreen = checks.map(({ id }) => id).filter((id) => !survived.has(id) && !before.has(id));
  const unbroken = musts.filter((id) => !broken.has(id));
  const perDialect = Object.entries(earlier?.perDialect ?? {}).filter(([name]) => others(name));
  for (const name of now) {
    const own = all.filter(({ dialect }) => dialect === name);
    const ids = checks.filter(({ dialect }) => dialect === name).map(({ id }) => id);
    const figures = { caught: own.filter(({ caught }) => caught).length, total: own.length };
    const checked = { checks: ids.length, proven: ids.filter((id) => proven.has(id)).length };
    perDialect.push([name, { ...figures, ...checked }]);
  }
  return {
    ...figuresOf(all),
    perDialect: Object.fromEntries(perDialect.sort(([one], [other]) => (one < other ? -1 : 1))),
    profile,
    seeds: Math.min(...all.map((cell) => cell.seeds)),
    controls: controlsOf(results, earlier),
    checksWithoutKiller: [...kept(earlier?.checksWithoutKiller), ...unproven],
    checksThatNeverSurvive: [...kept(earlier?.checksThatNeverSurvive), ...neverGreen],
    mustsWithoutFault: [...kept(earlier?.mustsWithoutFault), ...unbroken],
    cells: all,
  };
}

/** The checks that have been red at a fault, and green at another one. */
export function settledIn({
  cells,
  checksThatNeverSurvive,
}: Pick<Matrix, 'cells' | 'checksThatNeverSurvive'>): Set<string> {
  const never = new Set(checksThatNeverSurvive);
  const proven = cells.flatMap(({ killedBy }) => killedBy.map(({ check }) => check));
  return new Set(proven.filter((id) => !never.has(id)));
}

function keyOf({ dialect, fault }: Pick<Cell, 'dialect' | 'fault'>): string {
  return `${dialect} ${fault}`;
}

/** The matrix after further seeds of some faults. */
export function withSeeds(earlier: Matrix, results: readonly (TrialResult | Failed)[]): Matrix {
  const cells = earlier.cells.map((cell): Cell => {
    const own = results.filter(({ trial }) => trial.fault === cell.fault && trial.dialect === cell.dialect);
    const good = own.filter((result): result is TrialResult => 'kills' in result && isKill(result));
    const seeds = cell.seeds + own.length;
    const seedsCaught = cell.seedsCaught + good.length;
    const caught = seedsCaught > 0 && seedsCaught >= Math.ceil(seeds * 0.9);
    const because =
      caught || good.length === own.length
        ? {}
        : { because: whyNot(own.filter((one) => !good.some((kill) => kill === one))) };
    return { ...cell, seeds, seedsCaught, caught, ...because };
  });
  const perDialect = Object.entries(earlier.perDialect).map(([name, figures]) => {
    const own = cells.filter(({ dialect }) => dialect === name);
    return [name, { ...figures, caught: own.filter(({ caught }) => caught).length }] as const;
  });
  const seeds = Math.min(...cells.map((cell) => cell.seeds));
  return { ...earlier, ...figuresOf(cells), perDialect: Object.fromEntries(perDialect), seeds, cells };
}

/** The checks that stayed green at a fault; that they do at the fault that does nothing is another matter. */
function survivedOf(results: readonly (TrialResult | Failed)[]): Set<string> {
  const good = results.filter((result): result is TrialResult => 'kills' in result);
  const faulty = good.filter(({ trial: { fault } }) => fault !== undefined && fault !== empty.name);
  return new Set(
    faulty.flatMap(({ verdicts }) => Object.keys(verdicts).filter((id) => verdicts[id] === 'pass')),
  );
}

/** What was tried now, and of an earlier matrix what was not. */
function controlsOf(
  results: readonly (TrialResult | Failed)[],
  earlier: Matrix | undefined,
): Matrix['controls'] {
  const kept = (which: keyof Matrix['controls']) => ({ ...earlier?.controls[which] });
  const controls = { clean: kept('clean'), empty: kept('empty'), offering: kept('offering') };
  for (const result of results) {
    const { dialect, fault, restarts } = result.trial;
    if (fault !== undefined && fault !== empty.name) continue;
    const which = fault !== undefined ? 'empty' : restarts === true ? 'offering' : 'clean';
    controls[which][dialect] = verdictOn(result);
  }
  return controls;
}

function verdictOn(result: TrialResult | Failed): string {
  if (!('kills' in result)) return `broken: ${firstLine(result.problem)}`;
  const { verdicts, crashes, besides, kills } = result;
  const ids = Object.keys(verdicts);
  const odd = ids.filter((id) => verdicts[id] !== 'pass');
  if (odd.length === 0 && crashes.length === 0) return `green: ${ids.length} checks pass`;
  const reds = [...kills, ...besides].map(({ requirement, because }) => `${requirement} (${because})`);
  return `not green: ${[...odd.map((id) => `${id} is ${verdicts[id] ?? ''}`), ...reds, ...crashes.map(firstLine)].join('; ')}`;
}
