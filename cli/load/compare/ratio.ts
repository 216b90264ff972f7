// How many times as much one thing is as another, with what repeated runs say about the noise.

export interface Ratio {
  ratio: number;
  /** Of the 95 % confidence interval; nothing when there was only one pair of runs. */
  low?: number;
  high?: number;
  pairs: number;
}

/** Two-sided 95 % quantiles of Student's t, by degrees of freedom from 1. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Times are counted in whole milliseconds: 0 is somewhere below 1. */
const LEAST = 0.5;

/** Runs that took turns are compared with each other: what slowed down both is no difference. */
export function ratioOf(baseline: readonly number[], candidate: readonly number[]): Ratio {
  const logs = baseline
    .slice(0, candidate.length)
    .map((before, at) => Math.log(Math.max(candidate[at] ?? 0, LEAST) / Math.max(before, LEAST)));
  const pairs = logs.length;
  const mean = logs.reduce((all, one) => all + one, 0) / pairs;
  if (pairs < 2) return { ratio: Math.exp(mean), pairs };
  const variance = logs.reduce((all, one) => all + (one - mean) ** 2, 0) / (pairs - 1);
  const wide = (T[pairs - 2] ?? 1.96) * Math.sqrt(variance / pairs);
  return { ratio: Math.exp(mean), low: Math.exp(mean - wide), high: Math.exp(mean + wide), pairs };
}

export type Verdict = 'worse' | 'not worse' | 'cannot tell';

export function verdictOf({ low, high }: Ratio, tolerance: number): Verdict {
  if (low === undefined || high === undefined) return 'cannot tell';
  if (low > tolerance) return 'worse';
  return high <= tolerance ? 'not worse' : 'cannot tell';
}
