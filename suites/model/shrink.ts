// Makes a failing sequence smaller, several candidates at a time, each on people of its own.
import { Broken } from './commands.ts';
import { perform } from './run.ts';
import { type Failed, once, type Place } from './search.ts';
import { smallerThan } from './smaller.ts';
import type { Step } from './step.ts';

const atATime = 12;

export interface Shrunk {
  failed: Failed;
  /** Candidates that were tried. */
  tried: number;
}

export async function shrink(place: Place, from: Failed, { ms }: { ms: number }): Promise<Shrunk> {
  const began = performance.now();
  const known = new Set<string>();
  let tried = 0;
  let failed = from;
  const stillFails = (steps: readonly Step[]): Promise<Failed | undefined> => {
    tried += 1;
    return once(place, { mark: `s${tried}`, patient: false }, async (run) => {
      for (const step of steps) {
        const finding = await perform(run, step);
        if (finding !== undefined) throw new Broken(finding);
      }
    });
  };
  const round = async (): Promise<Failed | undefined> => {
    const candidates = smallerThan(failed.steps.slice(0, failed.chosen)).filter((steps) => {
      const key = JSON.stringify(steps);
      return !known.has(key) && known.add(key);
    });
    for (let at = 0; at < candidates.length; at += atATime) {
      if (performance.now() - began > ms) return undefined;
      const results = await Promise.all(candidates.slice(at, at + atATime).map(stillFails));
      const smaller = results.filter((one) => one !== undefined).filter((one) => isSame(one, from));
      const best = smaller.toSorted((one, two) => one.chosen - two.chosen)[0];
      if (best !== undefined) return best;
    }
    return undefined;
  };
  for (let next = await round(); next !== undefined; next = await round()) failed = next;
  return { failed, tried };
}

/** A candidate that shows something else is no smaller sequence of this; which view shows it may differ. */
export function isSame(one: Failed, from: Failed | undefined): boolean {
  const where = one.finding.claim?.where;
  const isShown = where === 'view' || where === 'count';
  return one.requirement === from?.requirement || (isShown && from?.finding.claim?.where === where);
}
