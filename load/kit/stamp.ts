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

/** What the next messages of one person begin with: all but when they were due. */
export function headsOf(run: string, conversation: number, sender: number): (n: number) => string {
  const head = `load ${run} ${conversation} ${sender} `;
  return (n) => `${head}${n} `;
}

/** Reads the messages of one run; nothing, when it is none of them. Every delivery passes here: this is made to be quick. */
export function reading(run: string): (text: unknown) => Stamp | undefined {
  const head = `load ${run} `;
  return (text) => {
    if (typeof text !== 'string' || !text.startsWith(head)) return undefined;
    const words = text.split(' ');
    const conversation = Number(words[2]);
    const sender = Number(words[3]);
    const n = Number(words[4]);
    const scheduledAt = Number(words[5]);
    const whole =
      conversation % 1 === 0 &&
      sender % 1 === 0 &&
      n % 1 === 0 &&
      scheduledAt % 1 === 0 &&
      words.length === 6;
    return whole ? { run, conversation, sender, n, scheduledAt } : undefined;
  };
}
