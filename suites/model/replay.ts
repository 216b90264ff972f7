// The steps of a counterexample once more, on fresh people, with everything that went over the wire.
import { Unmet } from '../kit/failure.ts';
import type { Trio } from '../kit/lease.ts';
import type { Entry } from '../kit/outcome.ts';
import type { Person } from '../kit/people.ts';
import type { Verbs } from '../kit/verbs.ts';
import type { Finding } from './finding.ts';
import { finish, perform, startRun } from './run.ts';
import { type Place, wanted } from './search.ts';
import { openStage } from './stage.ts';
import type { Step } from './step.ts';

export interface Replayed {
  finding: Finding | undefined;
  /** The id of the requirement that the finding breaks. */
  requirement: string | undefined;
  /** Why it could not be judged. */
  reason: string | undefined;
  steps: Step[];
  entries: Entry[];
  /** What everything that was said begins with. */
  mark: string;
  /** Message, counted from 1 → the id that the target gave it. */
  ids: ReadonlyMap<number, string>;
  /** alice, bob and carol. */
  people: readonly Person[];
  /** Room ids of pairs, where rooms had to exist before: by the names of the two. */
  rooms: ReadonlyMap<string, string>;
  /** Keys of groups, by how many are in them: all or two. */
  groups: ReadonlyMap<'all' | 'two', string>;
  /** What frames that tell this are called on the wire. */
  words: Verbs['words'];
}

export async function replay(
  place: Place,
  steps: readonly Step[],
  { ends = true, mark = 'm' }: { ends?: boolean; mark?: string } = {},
): Promise<Replayed> {
  const { shared, supply, driver } = place;
  const { trio, settled } = await supply.take();
  const own = settled ? `${mark}-` : `${mark}-${Date.now().toString(36)}-`;
  const stage = openStage(place, { trio, patience: shared.patience, mark: own });
  const run = startRun(stage, { mark: own, settled: true, isNew: settled, judged: wanted(place) });
  let finding: Finding | undefined;
  let reason: string | undefined;
  try {
    for (const step of steps) finding ??= await perform(run, step);
    if (ends) finding ??= await finish(run);
  } catch (error) {
    if (!(error instanceof Unmet)) throw error;
    reason = error.message;
  } finally {
    await stage.close();
    supply.giveBack(trio);
  }
  const names = ['alice', 'bob', 'carol'] as const;
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  return {
    finding,
    requirement: finding === undefined ? undefined : run.promised(finding.oracle),
    reason,
    steps: run.steps,
    entries: stage.world.journal.entries,
    mark: own,
    ids: run.ids,
    people: trio.people,
    words: stage.verbs.words,
    groups: new Map(driver.groups ? sizes.flatMap((size) => keyOf(trio, size)) : []),
    rooms: new Map(
      driver.rooms
        ? pairs.map(([one, two]) => [`${names[one]} and ${names[two]}`, String(trio.room(one, two))])
        : [],
    ),
  };
}

const sizes = ['all', 'two'] as const;

/** None where the people who were supplied share no such group. */
function keyOf(trio: Trio, size: 'all' | 'two'): [['all' | 'two', string]] | [] {
  try {
    return [[size, trio.group(size).key]];
  } catch (error) {
    if (error instanceof Unmet) return [];
    throw error;
  }
}
