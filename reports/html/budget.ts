// How much evidence the page holds: all of it while there is room, then the standard lines alone.
import type { Markup } from './markup.ts';

/** Bytes for diagrams and transcripts; with everything else a page of 400 checks stays under 2 MB. */
const ALL = 700_000;
const ONE = 60_000;

/** Bytes for the standard lines of all failures, and characters that each line has at least and at most. */
const LINES = 600_000;
const SHORTEST = 120;
const LONGEST = 1_500;
/** Four lines a failure, of which a character may be an entity of six bytes. */
const BYTES = 4 * 6;

export interface Budget {
  /** Characters of one standard line. */
  readonly line: number;
  /** What is rendered when it fits, else nothing. */
  spend(render: () => Markup): Markup | undefined;
}

export function budget(failures: number, all = ALL, one = ONE): Budget {
  let left = all;
  const share = Math.floor(LINES / BYTES / Math.max(1, failures));
  return {
    line: Math.min(LONGEST, Math.max(SHORTEST, share)),
    spend(render) {
      if (left <= 0) return undefined;
      const made = render();
      const size = Buffer.byteLength(made.markup);
      if (size > one || size > left) return undefined;
      left -= size;
      return made;
    },
  };
}
