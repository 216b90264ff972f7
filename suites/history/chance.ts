// Chance that is the same for the same seed (mulberry32).
import { hash } from '../kit/text.ts';

export interface Chance {
  /** A whole number from 0, below `end`. */
  below(end: number): number;
}

export function chanceOf(seed: number, purpose: string): Chance {
  let state = hash(`${seed} ${purpose}`);
  return {
    below(end) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
    },
  };
}
