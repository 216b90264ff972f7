/** The first thing that is wrong, and the option or the act that mends it. */
export class Stuck extends Error {
  readonly mend: string;
  /** What to write in the configuration, as YAML. */
  readonly write: string | undefined;

  constructor(says: string, mend: string, write?: string) {
    super(says);
    this.name = 'Stuck';
    this.mend = mend;
    this.write = write;
  }
}
