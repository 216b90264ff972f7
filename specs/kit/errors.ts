/** The command line, a file, the configuration or the baseline is wrong: one full sentence, exit code 4. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
