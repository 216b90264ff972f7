// What came of one fault in one dialect.
import type { FaultIndex } from './indexes.ts';
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

/** The first thing that kept it from being caught. */
export function whyNot(results: readonly (TrialResult | Failed)[]): string {
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

export function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 240);
}
