/** What is said on standard error, but for the progress of a run that takes longer than usual on a busy machine. */
export function complaints(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line !== '' && !/^\d+\/\d+ checks, \d+ failed, /.test(line));
}
