// What the model found: which promise is broken, in words, and what a script has to look for to see it again.
import type { NewsKind } from '../kit/verbs.ts';
import type { Oracle } from './oracles.ts';

/** Where and how often something has to be seen. */
export interface Claim {
  /** A socket by its label, or whose view of the conversation. */
  on: string;
  where: 'socket' | 'view' | 'count' | 'answer';
  /** What the frame tells, when it is about one kind. */
  kind?: NewsKind;
  /** The message that it is about, counted from 1. */
  message?: number;
  /** Or the note, counted from 1. */
  note?: number;
  /** What has to be in it. */
  text?: string;
  least?: number;
  most?: number;
  /** How the last answer has to end. */
  must?: 'done' | 'refused';
}

export interface Finding {
  oracle: Oracle;
  expected: string;
  received: string;
  because: string;
  claim?: Claim;
}
