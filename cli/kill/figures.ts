// The figures at the head of the kill matrix, from its cells.
import type { Cell } from './cell.ts';

export interface Share {
  caught: number;
  total: number;
}

export interface Figures {
  faultsCaught: number;
  faultsTotal: number;
  trialsCaught: number;
  trialsTotal: number;
  deterministicMust: Share;
  quick: Share;
  sometimes: number;
  kinds: number;
  /** To the first red: half of the faults, and nine in ten of them, are found sooner. */
  firstRedMs: { half: number; most: number };
  /** Of the sequences that the model found. */
  counterexamples: { found: number; half: number; longest: number };
  survivors: string[];
}

export function figuresOf(cells: readonly Cell[]): Figures {
  const names = [...new Set(cells.map(({ fault }) => fault))];
  const missed = new Set(cells.filter(({ caught }) => !caught).map(({ fault }) => fault));
  const definite = cells.filter(({ must, sometimes }) => must && sometimes === undefined);
  const often = cells.filter(({ sometimes }) => sometimes !== undefined);
  const times = cells.flatMap(({ firstRedMs }) => firstRedMs ?? []);
  const lengths = cells.flatMap(({ counterexample }) => counterexample ?? []);
  return {
    faultsCaught: names.filter((name) => !missed.has(name)).length,
    faultsTotal: names.length,
    trialsCaught: shareOf(cells, ({ caught }) => caught).caught,
    trialsTotal: cells.length,
    deterministicMust: shareOf(definite, ({ caught }) => caught),
    quick: shareOf(cells, ({ quick }) => quick),
    sometimes: new Set(often.map(({ fault }) => fault)).size,
    kinds: new Set(cells.map(({ kind }) => kind)).size,
    firstRedMs: { half: quantile(times, 0.5), most: quantile(times, 0.9) },
    counterexamples: {
      found: lengths.length,
      half: quantile(lengths, 0.5),
      longest: quantile(lengths, 1),
    },
    survivors: cells.filter(({ caught }) => !caught).map(({ dialect, fault }) => `${dialect} ${fault}`),
  };
}

function shareOf(cells: readonly Cell[], counts: (cell: Cell) => boolean): Share {
  return { caught: cells.filter(counts).length, total: cells.length };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
