// The kill matrix: what the trials showed, as plain data.
import { type Cell, firstLine, isKill, whyNot } from './cell.ts';
import { empty } from './empty.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { CheckIndex } from './indexes.ts';
import type { TrialResult } from './trial.ts';
import type { Failed } from './workers.ts';

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
