// A target that chatproof has started, whatever it was started with.

export interface Running {
  /** Where it is, when that is known only once it runs. */
  address?: { http: string; ws: string };
  /** Kills it and starts it again; absent when it must not be killed. */
  restart?: () => Promise<void>;
  /** What it has printed so far. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

/** The last lines of what a server printed, for a sentence about why it did not start. */
export function lastLines(log: string, most = 5): string {
  const lines = log.trim().split('\n').filter(Boolean).slice(-most);
  return lines.length === 0 ? ' It printed nothing.' : ` It printed last: ${lines.join(' | ')}`;
}
