/** What the exit code of every command means; scripts rely on it. */
export const EXIT = {
  /** Conformant at the gated level; for `diff`: nothing got worse. */
  fine: 0,
  notConformant: 1,
  /** Nothing failed, but something gated could not be judged. */
  inconclusive: 2,
  /** The target could not be reached, or people could not be provisioned. */
  unreachable: 3,
  /** The command line, a file, the configuration or the baseline is wrong. */
  usage: 4,
  /** A fault of chatproof itself. */
  internal: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
