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

/** Nothing, when it is no message of a load run. Every delivery passes here: a regular expression would cost twice. */
export function read(text: unknown): Stamp | undefined {
  if (typeof text !== 'string' || !text.startsWith('load ')) return undefined;
  const words = text.split(' ');
  const [, run = '', conversation, sender, n, scheduledAt] = words;
  const stamp = {
    run,
    conversation: Number(conversation),
    sender: Number(sender),
    n: Number(n),
    scheduledAt: Number(scheduledAt),
  };
  return words.length === 6 && Number.isInteger(stamp.n) && Number.isInteger(stamp.scheduledAt)
    ? stamp
    : undefined;
}
