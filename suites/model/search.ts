// Looks for a sequence that breaks a promise: many runs side by side, and then the shortest that still shows it.
import fc from 'fast-check';
import type { Beside } from '../kit/beside.ts';
import { doing } from '../kit/doing.ts';
import type { Driver } from '../kit/driver.ts';
import { Unmet } from '../kit/failure.ts';
import type { Shared } from '../kit/judge.ts';
import type { Entry } from '../kit/outcome.ts';
import { hash } from '../kit/text.ts';
import { besideCommands } from './beside/commands.ts';
import { Broken, commandsOf } from './commands.ts';
import type { Finding } from './finding.ts';
import { type Promised, promisedBy } from './oracles.ts';
import { hurried } from './pace.ts';
import type { Supply } from './people.ts';
import { type Ends, finish, perform, type Run, startRun } from './run.ts';
import { isSame, shrink } from './shrink.ts';
import { openStage } from './stage.ts';
import type { Step } from './step.ts';

export interface Budget {
  /** Runs in all, side by side ones included. */
  runs: number;
  /** The longest run. */
  commands: number;
  /** No new run is begun after this many milliseconds. */
  ms: number;
  /** How long a failing sequence may be cut smaller; whatever is smallest by then is good enough. */
  cutMs?: number;
}

export interface Failed {
  finding: Finding;
  requirement: string;
  /** Everything that was done, what every run ends with included. */
  steps: Step[];
  /** How many of them were chosen. */
  chosen: number;
  /** Whether something more was said in the end. */
  ends: Ends;
  entries: Entry[];
}

export interface Searched {
  failed: Failed | undefined;
  /** As it was seen first. */
  first: Failed | undefined;
  runs: number;
  commands: number;
  /** Runs that could not be judged, and why the last one could not. */
  unjudged: number;
  reason: string | undefined;
  searchMs: number;
  /** How many commands it had taken until then. */
  foundAfter: number;
  shrinkMs: number;
  people: number;
}

export interface Place {
  shared: Shared;
  driver: Driver<unknown>;
  supply: Supply;
  /** Requirements to judge; what the others say is not looked at. */
  requires: readonly string[];
}

/** Making it smaller takes no longer than this, unless the budget says otherwise. */
const longestShrink = { drawn: 500, cut: 3_000 };

/** Runs that are drawn before the time is looked at again. */
const atATime = 10;

export async function search(place: Place, budget: Budget): Promise<Searched> {
  const { shared, supply } = place;
  const promised = promisedBy(shared.dialect);
  const offers = await offersOf(place);
  const tally: Searched = {
    failed: undefined,
    first: undefined,
    runs: 0,
    commands: 0,
    unjudged: 0,
    reason: undefined,
    searchMs: 0,
    foundAfter: 0,
    shrinkMs: 0,
    people: 0,
  };
  const began = performance.now();
  const over = (): boolean => tally.failed !== undefined || performance.now() - began > budget.ms;
  const share = Math.ceil(budget.runs / supply.lanes);
  const lane = async (n: number): Promise<void> => {
    const seed = hash(`${shared.context.seed} ${shared.dialect.name} model ${n}`) | 0;
    let mine = false;
    let shrinking = 0;
    let run = 0;
    // What is said beside the conversation of the two has every second lane for itself.
    const besides = n % 2 === 0 ? besideCommands(offers.places) : [];
    const property = fc.asyncProperty(
      // Short runs, which fast-check likes to begin with, seldom show anything.
      fc.noBias(
        fc.commands([...commandsOf(promised, offers), ...besides], {
          maxCommands: budget.commands,
          size: 'max',
        }),
      ),
      async (commands) => {
        if (mine ? performance.now() - shrinking > longestShrink.drawn : over()) return;
        run += 1;
        const failed = await once(place, { mark: `${n}-${run}`, patient: !mine, tally }, async (current) => {
          await fc.asyncModelRun(() => ({ model: current, real: current }), commands);
        });
        if (failed === undefined || (mine ? !isSame(failed, tally.failed) : tally.failed !== undefined))
          return;
        if (!mine) {
          mine = true;
          shrinking = performance.now();
          tally.first = failed;
          tally.searchMs = shrinking - began;
          tally.foundAfter = tally.commands;
        }
        tally.failed = failed;
        throw new Error(failed.finding.because);
      },
    );
    for (let begun = 0; begun < share && !over(); begun += atATime) {
      const numRuns = Math.min(atATime, share - begun);
      const checked = await fc.check(property, { seed: (seed + begun) | 0, numRuns });
      // What is no broken promise is a fault of the harness, or a token that has expired.
      if (checked.failed && !mine) throw checked.errorInstance;
    }
    if (!mine || tally.failed === undefined) return;
    tally.failed = (await shrink(place, tally.failed, { ms: budget.cutMs ?? longestShrink.cut })).failed;
    tally.shrinkMs = performance.now() - shrinking;
  };
  await Promise.all(Array.from({ length: supply.lanes }, (_, n) => lane(n + 1)));
  if (tally.failed === undefined) tally.searchMs = performance.now() - began;
  return { ...tally, people: supply.asked };
}

/** What a dialect promises and this check is to judge. */
export function wanted({ shared, requires }: Place): Promised {
  const promised = promisedBy(shared.dialect);
  return (oracle) => {
    const id = promised(oracle);
    return id !== undefined && requires.includes(id) ? id : undefined;
  };
}

interface Offers {
  overhears: boolean;
  counts: boolean;
  looks: boolean;
  uploads: boolean;
  places: Beside['places'];
}

async function offersOf(place: Place): Promise<Offers> {
  const { trio } = await place.supply.take();
  const stage = openStage(place, { trio, patience: place.shared.patience, mark: '' });
  const { outsider, unread, history, upload, beside } = stage.verbs;
  place.supply.giveBack(trio);
  return {
    overhears: outsider !== undefined,
    counts: unread !== undefined,
    looks: history !== undefined,
    uploads: upload !== undefined,
    places: beside?.places ?? [],
  };
}

interface Once {
  mark: string;
  patient: boolean;
  tally?: Searched;
  ends?: Ends;
}

/** One run with people of its own. */
export async function once(
  place: Place,
  { mark, patient, tally, ends = 'aloud' }: Once,
  act: (run: Run) => Promise<void>,
): Promise<Failed | undefined> {
  const { shared, supply } = place;
  const { trio, settled } = await supply.take();
  const patience = patient ? shared.patience : hurried(shared.patience);
  // People who are used again have old messages, maybe of the same seed.
  const own = settled ? `m${mark}-` : `m${mark}-${Date.now().toString(36)}-`;
  const stage = openStage(place, { trio, patience, mark: own });
  const run = startRun(stage, { mark: own, settled, judged: wanted(place) });
  if (tally !== undefined) tally.runs += 1;
  doing.sequences += 1;
  let chosen: number | undefined;
  try {
    await act(run);
    chosen = run.steps.length;
    const finding = await finish(run, ends);
    return finding === undefined ? undefined : failedBy(run, finding, { chosen, ends });
  } catch (error) {
    if (error instanceof Broken) return failedBy(run, error.finding, { chosen: run.steps.length, ends });
    if (!(error instanceof Unmet)) throw error;
    if (tally !== undefined) {
      tally.unjudged += 1;
      tally.reason = error.message;
    }
    return undefined;
  } finally {
    if (tally !== undefined) tally.commands += run.steps.length;
    doing.commands += run.steps.length;
    await stage.close();
    supply.giveBack(trio);
  }
}

function failedBy(
  run: Run,
  finding: Finding,
  { chosen, ends }: Pick<Failed, 'chosen' | 'ends'>,
): Failed | undefined {
  const { judged, steps, stage, state } = run;
  const requirement = judged(finding.oracle);
  if (requirement === undefined) return undefined;
  return {
    finding: plain(finding, state.mark),
    requirement,
    steps: [...steps],
    chosen,
    ends,
    entries: stage.world.journal.entries,
  };
}

/** In words that are the same for every run: the texts without what makes them unmistakable. */
function plain({ claim, ...finding }: Finding, mark: string): Finding {
  const short = (text: string): string => text.replaceAll(mark, 'm');
  const { expected, received, because } = finding;
  return {
    ...finding,
    expected: short(expected),
    received: short(received),
    because: short(because),
    ...(claim === undefined
      ? {}
      : { claim: { ...claim, ...(claim.text === undefined ? {} : { text: short(claim.text) }) } }),
  };
}

/** Does these steps again, and what every run ends with, with all patience. */
export function redo(
  place: Place,
  steps: readonly Step[],
  { mark, ends = 'aloud', patient = true }: { mark: string; ends?: Ends; patient?: boolean },
): Promise<Failed | undefined> {
  return once(place, { mark, patient, ends }, async (run) => {
    for (const step of steps) {
      const finding = await perform(run, step);
      if (finding !== undefined) throw new Broken(finding);
    }
  });
}
