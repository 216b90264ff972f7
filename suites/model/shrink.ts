// Makes a failing sequence smaller, several candidates at a time, each on people of its own.
import type { Ends } from './run.ts';
import { type Failed, type Place, redo } from './search.ts';
import { smallerThan } from './smaller.ts';
import { onlyAsks, type Step } from './step.ts';

const atATime = 12;

export interface Shrunk {
  failed: Failed;
  /** Candidates that were tried. */
  tried: number;
}

interface Candidate {
  steps: readonly Step[];
  ends: Ends;
  /** It is all but the last step: what is wrong before that explains what the last step shows. */
  explains?: true;
}

export async function shrink(place: Place, from: Failed, { ms }: { ms: number }): Promise<Shrunk> {
  const began = performance.now();
  const known = new Set<string>();
  let tried = 0;
  let failed = from;
  const stillFails = ({ steps, ends }: Candidate): Promise<Failed | undefined> => {
    tried += 1;
    return redo(place, steps, { mark: `s${tried}`, ends, patient: false });
  };
  const round = async (all: readonly Candidate[]): Promise<Failed | undefined> => {
    const candidates = all.filter((one) => {
      const key = JSON.stringify(one);
      return !known.has(key) && known.add(key);
    });
    for (let at = 0; at < candidates.length; at += atATime) {
      if (performance.now() - began > ms) return undefined;
      const results = await Promise.all(
        candidates.slice(at, at + atATime).map(async (one) => {
          const found = await stillFails(one);
          return found !== undefined && (one.explains || isSame(found, failed)) ? found : undefined;
        }),
      );
      const smaller = results.filter((one) => one !== undefined);
      const best = smaller.toSorted((one, two) => lengthOf(one) - lengthOf(two))[0];
      if (best !== undefined) return best;
    }
    return undefined;
  };
  const smaller = (): Candidate[] => {
    const { steps, chosen, ends } = failed;
    const without: Candidate = { steps: steps.slice(0, chosen - 1), ends, explains: true };
    return [without, ...smallerThan(steps.slice(0, chosen)).map((fewer) => ({ steps: fewer, ends }))];
  };
  for (let next = await round(smaller()); next !== undefined; next = await round(smaller())) failed = next;
  failed = (await round(withLessOfTheEnd(failed))) ?? failed;
  return { failed, tried };
}

const lengthOf = ({ steps }: Failed): number => steps.filter((step) => !onlyAsks(step)).length;

/** Of what every run ends with, only what it takes to see it: nothing, or one more message. */
function withLessOfTheEnd({ steps, chosen }: Failed): Candidate[] {
  const said = steps.slice(chosen).filter((step) => !onlyAsks(step));
  if (said.length === 0) return [];
  const own = steps.slice(0, chosen);
  const fewer = said.length === 1 ? [[]] : [[], ...said.map((step) => [step])];
  return fewer.map((some) => ({ steps: [...own, ...some], ends: 'quietly' }));
}

/** A candidate that shows something else is no smaller sequence of this; which view shows it may differ. */
export function isSame(one: Failed, from: Failed | undefined): boolean {
  const where = one.finding.claim?.where;
  const isShown = where === 'view' || where === 'count';
  return one.requirement === from?.requirement || (isShown && from?.finding.claim?.where === where);
}
