// What a judge found: a sentence, and the few lines of the journal that show it.
import type { History } from './history.ts';

export type JudgeName =
  | 'lost'
  | 'duplicated'
  | 'ghost'
  | 'reordered'
  | 'disagreement'
  | 'leaked'
  | 'changed'
  | 'backwards'
  | 'miscounted'
  | 'returned'
  | 'stale';

/**
 * Where it shows: on one of a person's sockets, on all of them, on the sender's own, in a view of the conversation, in
 * a count, or in the first count after reading.
 */
export type Place = 'socket' | 'person' | 'sender' | 'view' | 'count' | 'reading';

export interface Finding {
  judge: JudgeName;
  place: Place;
  /** What it is about, where a place has several promises: the status that was lost. */
  of?: string;
  conversation: string;
  expected: string;
  received: string;
  because: string;
  /** Places in the journal, in order, from 0. */
  witness: number[];
}

export interface Judge {
  name: JudgeName;
  /** What it looks for, in one sentence. */
  says: string;
  judge(history: History): Finding[];
}

/** The lines in order and without repetition. */
export function witness(...lines: (number | undefined)[]): number[] {
  const known = lines.filter((line) => line !== undefined && Number.isFinite(line));
  return [...new Set(known)].map(Number).sort((one, other) => one - other);
}
