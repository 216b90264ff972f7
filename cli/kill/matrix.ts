// The kill matrix: what the trials showed, as plain data.
import { empty } from './empty.ts';
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
  /** Why it was not caught. */
  because?: string;
}

export interface Matrix {
  faultsCaught: number;
  faultsTotal: number;
  trialsCaught: number;
  trialsTotal: number;
  deterministicMust: { caught: number; total: number };
  quick: { caught: number; total: number };
  sometimes: number;
  kinds: number;
  perDialect: Record<string, { caught: number; total: number; checks: number; proven: number }>;
  profile: string;
  seeds: number;
  controls: Record<'clean' | 'empty' | 'offering', Record<string, string>>;
  survivors: string[];
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
    ...(first === undefined ? { because: whyNot(results) } : { firstRedMs: first.ms, steps: first.steps }),
  };
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
  seeds: number;
}

export function matrixOf({ cells, results, checks, musts, profile, seeds }: Made): Matrix {
  const mustIds = new Set(musts);
  const sorted = cells
    .map((cell) => ({ ...cell, must: cell.breaks.some((id) => mustIds.has(id)) }))
    .sort((one, other) => (`${one.dialect} ${one.fault}` < `${other.dialect} ${other.fault}` ? -1 : 1));
  const good = results.filter((result): result is TrialResult => 'kills' in result);
  const proven = new Set(sorted.flatMap(({ killedBy }) => killedBy.map(({ check }) => check)));
  const survived = new Set(
    good
      .filter(({ trial }) => trial.fault !== undefined)
      .flatMap(({ verdicts }) => Object.keys(verdicts).filter((id) => verdicts[id] === 'pass')),
  );
  const names = [...new Set(sorted.map(({ fault }) => fault))];
  const definite = sorted.filter(({ must, sometimes }) => must && sometimes === undefined);
  const broken = new Set(sorted.flatMap(({ breaks }) => breaks));
  const dialects = [...new Set(sorted.map(({ dialect }) => dialect))];
  return {
    faultsCaught: names.filter((name) => sorted.every(({ fault, caught }) => fault !== name || caught))
      .length,
    faultsTotal: names.length,
    trialsCaught: sorted.filter(({ caught }) => caught).length,
    trialsTotal: sorted.length,
    deterministicMust: { caught: definite.filter(({ caught }) => caught).length, total: definite.length },
    quick: { caught: sorted.filter(({ quick }) => quick).length, total: sorted.length },
    sometimes: new Set(sorted.flatMap(({ fault, sometimes }) => (sometimes === undefined ? [] : [fault])))
      .size,
    kinds: new Set(sorted.map(({ kind }) => kind)).size,
    perDialect: Object.fromEntries(
      dialects.map((name) => {
        const own = sorted.filter(({ dialect }) => dialect === name);
        const ids = checks.filter(({ dialect }) => dialect === name).map(({ id }) => id);
        return [
          name,
          {
            caught: own.filter(({ caught }) => caught).length,
            total: own.length,
            checks: ids.length,
            proven: ids.filter((id) => proven.has(id)).length,
          },
        ];
      }),
    ),
    profile,
    seeds,
    controls: controlsOf(results),
    survivors: sorted.filter(({ caught }) => !caught).map(({ dialect, fault }) => `${dialect} ${fault}`),
    checksWithoutKiller: checks.filter(({ id }) => !proven.has(id)).map(({ id }) => id),
    checksThatNeverSurvive: checks.filter(({ id }) => !survived.has(id)).map(({ id }) => id),
    mustsWithoutFault: musts.filter((id) => !broken.has(id)),
    cells: sorted,
  };
}

function controlsOf(results: readonly (TrialResult | Failed)[]): Matrix['controls'] {
  const controls: Matrix['controls'] = { clean: {}, empty: {}, offering: {} };
  for (const result of results) {
    const { dialect, fault, offers } = result.trial;
    if (fault !== undefined && fault !== empty.name) continue;
    const which = fault !== undefined ? 'empty' : offers.length > 0 ? 'offering' : 'clean';
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
