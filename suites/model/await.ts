// Waits until everybody has heard what they have to hear of a step.
import type { News } from '../kit/verbs.ts';
import type { Expectation } from './expect.ts';
import { aboutWhich, isTooMany } from './files/file.ts';
import type { Finding } from './finding.ts';
import type { Run } from './run.ts';
import type { LiveEar } from './stage.ts';
import { textOf } from './state.ts';
import { labelOf, type Step } from './step.ts';

export interface Awaiting {
  demands: readonly Expectation[];
  /** How much each ear had heard before the step. */
  before: ReadonlyMap<string, number>;
  step: Step;
}

interface Missed {
  demand: Expectation;
  ear: LiveEar;
}

export async function awaitDemands(
  run: Run,
  { demands, before, step }: Awaiting,
): Promise<Finding | undefined> {
  const missed = (
    await Promise.all(
      demands.map(async (demand): Promise<Missed[]> => {
        const ears = run.stage.ears.filter(({ label }) => demand.sockets.includes(label));
        const waits = ears.map(async (ear) => ({
          ear,
          heard: await hears(run, { demand, ear, since: before.get(ear.label) ?? 0, ears }),
        }));
        const results = await Promise.all(waits);
        if (demand.how === 'any' && results.some(({ heard }) => heard)) return [];
        return results.flatMap(({ ear, heard }) => (heard ? [] : [{ demand, ear }]));
      }),
    )
  ).flat();
  const acting = 'socket' in step && step.do !== 'leave' ? labelOf(step.who, step.socket) : undefined;
  // A socket that the target has closed owes nothing any more.
  const owed = missed.filter(({ ear }) => ear.ear.isOpen && ear.out.isOpen);
  const found = owed.map((one) => unheard(run, one, { demands, missed: owed, acting }));
  return found.find(({ oracle }) => run.judged(oracle) !== undefined);
}

function hears(
  run: Run,
  {
    demand,
    ear,
    since,
    ears,
  }: { demand: Expectation; ear: LiveEar; since: number; ears: readonly LiveEar[] },
): Promise<boolean> {
  const fits = matcher(run, demand);
  const socket = demand.kind === 'confirmed' ? ear.out : ear.ear;
  let next = demand.anew === true ? since : 0;
  const probe = (): true | undefined => {
    const news = ear.listen();
    for (; next < news.length; next += 1) {
      const one = news[next];
      if (one !== undefined && fits(one)) return true;
    }
    // Where any socket will do, another one may have heard it.
    return demand.how === 'any' && ears.some((another) => another !== ear && another.listen().some(fits))
      ? true
      : undefined;
  };
  return socket.until(probe).then((found) => found === true);
}

/** Also learns under which id a message is known, from the first frame that brings or confirms it. */
function matcher({ ids, state }: Run, { kind, message, text, by }: Expectation): (news: News) => boolean {
  return (news) => {
    if (news.kind !== kind) return false;
    if (kind === 'said' || kind === 'confirmed') {
      if (news.text !== text) return false;
      if (message !== undefined && news.id !== undefined && !ids.has(message)) ids.set(message, news.id);
      return true;
    }
    if (kind === 'announced') return aboutWhich(state, ids, news) === message;
    if (text !== undefined && news.text !== text) return false;
    if (by !== undefined && news.by !== by) return false;
    if (message === undefined) return true;
    const id = ids.get(message);
    // Where no frame has told the id, the text is as good.
    return id === undefined ? news.text === textOf(state, message) : news.id === id;
  };
}

function unheard(
  { promised, state, ids }: Run,
  { demand, ear }: Missed,
  {
    demands,
    missed,
  }: { demands: readonly Expectation[]; missed: readonly Missed[]; acting: string | undefined },
): Finding {
  const same = demands.filter(
    ({ kind, message, person }) =>
      kind === demand.kind && message === demand.message && person === demand.person,
  );
  const asked = new Set(same.flatMap(({ sockets }) => sockets));
  const without = new Set(
    missed.filter(({ demand: one }) => same.includes(one)).map(({ ear: { label } }) => label),
  );
  const another = [...asked].some((label) => !without.has(label));
  const instead = demand.kind === 'announced' && isTooMany(state, ids, ear.listen());
  const oracle = instead
    ? 'announced as itself'
    : another && demand.every !== undefined && promised(demand.every) !== undefined
      ? demand.every
      : demand.oracle;
  const what = whatOf(demand);
  return {
    oracle,
    expected: `${ear.label} hears ${what}`,
    received: lastOf(ear),
    because: `${ear.label} did not hear ${what}`,
    claim: {
      on: ear.label,
      where: 'socket',
      least: 1,
      kind: demand.kind,
      ...(demand.message === undefined ? {} : { message: demand.message }),
      ...(demand.text === undefined ? {} : { text: demand.text }),
    },
  };
}

function lastOf({ news }: LiveEar): string {
  const kinds = news
    .slice(-4)
    .map(({ kind, text }) => (text === undefined ? kind : `${kind} ${JSON.stringify(text)}`));
  return kinds.length === 0 ? 'nothing' : `last of all ${kinds.join(', ')}`;
}

function whatOf({ kind, message, by }: Expectation): string {
  switch (kind) {
    case 'said':
      return `message ${message}`;
    case 'entered':
      return `that ${by} has come`;
    case 'left':
      return `that ${by} has gone`;
    case 'typing':
      return `that ${by} is typing`;
    case 'confirmed':
      return `that message ${message} was taken`;
    case 'removed':
      return `that message ${message} was deleted`;
    default:
      return `that message ${message} was ${kind}`;
  }
}
