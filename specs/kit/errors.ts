/** The command line, a file, the configuration or the baseline is wrong: one full sentence, exit code 4. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The target could not be reached, or people could not be provisioned: one full sentence, exit code 3. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}
