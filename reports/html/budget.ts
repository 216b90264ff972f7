// How much evidence the page holds: all of it while there is room, then the standard lines alone.
import { type Markup, NOTHING } from './markup.ts';

/** Bytes for diagrams and transcripts; with everything else a page of 400 checks stays under 2 MB. */
const ALL = 600_000;
/** What one failure may take when there are many; few failures share all of it. */
const ONE = 60_000;

/** Bytes for the standard lines of all failures, and the sizes that one line may be cut at. */
const LINES = 800_000;
const SIZES = [1_500, 600, 250, 120, 60];

export interface Budget {
  /** The standard lines of one failure, as long as its share of the page allows. */
  lines(render: (size: number) => Markup): Markup;
  /** What is rendered when it fits, else nothing. */
  spend(render: () => Markup): Markup | undefined;
}

export function budget(
  failures: number,
  all = ALL,
  one = Math.max(ONE, all / Math.max(1, failures)),
): Budget {
  let left = all;
  const share = LINES / Math.max(1, failures);
  return {
    lines(render) {
      let made = NOTHING;
      for (const size of SIZES) {
        made = render(size);
        if (Buffer.byteLength(made.markup) <= share) return made;
      }
      return made;
    },
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
