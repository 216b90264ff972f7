// What every message says about itself in its text, so that whoever hears it can judge it.

export interface Stamp {
  run: string;
  conversation: number;
  /** Which of the people wrote it, counted from 0. */
  sender: number;
  /** Counts the sender's messages from 0. Below 0 it is a greeting. */
  n: number;
  /** When it should have been sent, in milliseconds since 1970. */
  scheduledAt: number;
}

/** The sender of messages for who is not there: they have to be in the history, and nobody has to hear them. */
export const WRITTEN = 100;

export function written({ run, conversation, sender, n, scheduledAt }: Stamp): string {
  return `load ${run} ${conversation} ${sender} ${n} ${scheduledAt}`;
}

/** Nothing, when it is no message of a load run. */
export function read(text: unknown): Stamp | undefined {
  if (typeof text !== 'string') return undefined;
  const [, run = '', ...numbers] = /^load (\w+) (\d+) (\d+) (-?\d+) (\d+)$/.exec(text) ?? [];
  const [conversation = Number.NaN, sender = 0, n = 0, scheduledAt = 0] = numbers.map(Number);
  return Number.isNaN(conversation) ? undefined : { run, conversation, sender, n, scheduledAt };
}
