// The three ways in which a check ends without a pass. Whatever else is thrown is a fault of the harness.
import type { Entry } from './outcome.ts';

export interface Because {
  /** What the target had to do, in words. */
  expected: string;
  /** What it did instead, in words. */
  received: string;
  /** The one observation that decides it. */
  because: string;
  /** The requirement that is blamed, when the check decides several. */
  requirement?: string | undefined;
  /** The few entries of the journal that show it; the whole journal when left out. */
  witness?: Entry[];
  /** What was observed in words that chance does not change; made from `because` when left out. */
  signature?: string;
}

/** The target broke a requirement. */
export class Failure extends Error {
  readonly lines: Because;
  constructor(lines: Because) {
    super(lines.because);
    this.name = 'Failure';
    this.lines = lines;
  }
}

/** The check came to its end and found several requirements broken; what it does not name here is fine. */
export class Failures extends Error {
  readonly all: readonly Failure[];
  constructor(all: readonly Failure[]) {
    super(all.map(({ message }) => message).join('; '));
    this.name = 'Failures';
    this.all = all;
  }
}

/** Something that the check needs did not happen, so the check could not judge: never a pass, never a fail. */
export class Unmet extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unmet';
  }
}

/** A token that worked earlier in the run is refused now: the check starts over with renewed people. */
export class TokenExpired extends Error {
  constructor(who: string) {
    super(`The token of ${who} worked earlier in this run and is refused now.`);
    this.name = 'TokenExpired';
  }
}

/** Runs what the check needs but does not judge: a failure in here makes the check inconclusive. */
export async function given<T>(what: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Failure) throw new Unmet(`${what}: ${error.message}`);
    throw error;
  }
}

/** What was observed, without ids, times and texts, so that the same defect looks the same in every run. */
export function signatureOf(because: string): string {
  return because
    .replace(/"[^"]*"/g, '"…"')
    .replace(/\d{4}-\d\d-\d\d[T ][\d:.]+(Z|[+-]\d\d:?\d\d)?/g, '<time>')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '<id>')
    .replace(/\d+([.,]\d+)*/g, '<n>')
    .replace(/\s+/g, ' ')
    .trim();
}
