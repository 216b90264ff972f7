// A property that has to hold for every input: fast-check looks for one that breaks it, and for the smallest.
import fc from 'fast-check';
import { Failure } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { World } from '../kit/world.ts';

export interface Property<T> {
  world: World;
  inputs: fc.Arbitrary<T>;
  runs: number;
  holds(input: T): Promise<void>;
  /** Whether the target is as before, so that another input can be blamed for what it does. */
  sound(): Promise<boolean>;
  shown(input: T): unknown;
}

/** Smaller inputs are tried this often; each may cost the patience for something that does not come. */
const mostShrinks = 12;

export async function expectAlways<T>({
  world,
  inputs,
  runs,
  holds,
  sound,
  shown,
}: Property<T>): Promise<void> {
  const { seed } = world.context;
  let [shrinks, ended]: [number, boolean] = [0, false];
  let broken: { failure: Failure; input: T } | undefined;
  let fatal: { error: unknown } | undefined;
  const verdict = await fc.check(
    fc.asyncProperty(inputs, async (input) => {
      if (broken !== undefined) {
        shrinks += 1;
        ended ||= shrinks > mostShrinks || !(await sound());
      }
      fc.pre(!ended);
      try {
        await holds(input);
      } catch (error) {
        if (error instanceof Failure) broken = { failure: error, input };
        else {
          fatal = { error };
          ended = true;
        }
        throw error;
      }
    }),
    { seed, numRuns: runs, maxSkipsPerRun: 1_000 },
  );
  if (fatal !== undefined && broken === undefined) throw fatal.error;
  if (broken === undefined) return;
  const { lines } = broken.failure;
  throw new Failure({
    ...lines,
    because: `${lines.because} (after ${show(shown(broken.input), 400)}; input ${verdict.numRuns} with the seed ${seed})`,
    signature: lines.signature ?? lines.because,
  });
}
