// How much evidence the page holds: all of it while there is room, then the standard lines alone.
import type { Markup } from './markup.ts';

/** Bytes for diagrams and transcripts; with everything else a page of 400 checks stays under 2 MB. */
const ALL = 900_000;
const ONE = 60_000;

export interface Budget {
  /** What is rendered when it fits, else nothing. */
  spend(render: () => Markup): Markup | undefined;
}

export function budget(all = ALL, one = ONE): Budget {
  let left = all;
  return {
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
