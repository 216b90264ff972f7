// One run of the model against the target: step by step, and at the end everything that people heard and are shown.

import { membersOf } from '../kit/beside.ts';
import type { Ending, Role } from '../kit/verbs.ts';
import { act } from './act.ts';
import { awaitDemands } from './await.ts';
import { judgeNotes } from './beside/judge.ts';
import { performBeside } from './beside/perform.ts';
import type { BesideStep } from './beside/step.ts';
import { type Demands, demandsOf } from './expect.ts';
import { servedFromFrames } from './files/served.ts';
import type { Finding } from './finding.ts';
import { judgeHeard } from './judge-heard.ts';
import { checkCount, look, probesOf } from './look.ts';
import { type Promised, promisedBy } from './oracles.ts';
import type { Stage } from './stage.ts';
import { after, begin, openOf, type State } from './state.ts';
import { isAsking, isBeside, labelOf, other, type Step } from './step.ts';

export interface Run {
  stage: Stage;
  /** What the dialect promises: everybody is waited for until they have heard it. */
  promised: Promised;
  /** Of that, what is to be judged. */
  judged: Promised;
  state: State;
  /** The ids under which the messages are known, once somebody was told. */
  ids: Map<number, string>;
  /** The ids of notes, which their authors give them. */
  noteIds: Map<number, string>;
  steps: Step[];
  /** How often the driver had said something to somebody when they last read everything. */
  probesBefore: Map<Role, number>;
  /** The addresses that have given the right file. */
  served: Set<string>;
}

export interface Start {
  mark: string;
  /** These people were not connected a moment ago. */
  settled: boolean;
  isNew?: boolean;
  judged: Promised;
}

export function startRun(stage: Stage, { mark, settled, isNew = settled, judged }: Start): Run {
  const looksConnect = stage.verbs.shows?.connects === true;
  return {
    stage,
    promised: promisedBy(stage.dialect),
    judged,
    state: begin(mark, { settled, isNew, looksConnect }),
    ids: new Map(),
    noteIds: new Map(),
    steps: [],
    probesBefore: new Map(),
    served: new Set(),
  };
}

/** Does one step, and says what it shows to be wrong. */
export async function perform(run: Run, step: Step): Promise<Finding | undefined> {
  const finding = isBeside(step) ? await performBeside(run, step) : await done(run, step);
  return finding === undefined || run.judged(finding.oracle) === undefined ? undefined : finding;
}

async function done(run: Run, step: Exclude<Step, BesideStep>): Promise<Finding | undefined> {
  if (!isPossible(run, step)) return undefined;
  run.steps.push(step);
  if (isAsking(step)) {
    run.state = after(run.state, step);
    return step.do === 'look' ? look(run, step.who) : checkCount(run, step.who);
  }
  const demands = demandsOf(run.state, step, run.promised);
  const before = new Map(run.stage.ears.map((ear) => [ear.label, ear.listen().length]));
  const { ending, finding } = await act(run, step);
  if (step.do === 'read') run.probesBefore.set(step.who, probesOf(run.stage, step.who));
  const isOpen = ending === 'lost' || ending === 'unknown' || finding !== undefined;
  const missed = isOpen ? undefined : await awaitDemands(run, { demands: demands.heard, before, step });
  const lost = isLost(run, step);
  run.state = after(run.state, step, lost ? 'lost' : ending);
  closeLost(run);
  const wrong = finding ?? answered(step, ending, demands);
  if (wrong !== undefined || lost) return wrong;
  if (missed === undefined) return step.do === 'announce' ? servedFromFrames(run, step) : undefined;
  // Two messages under one id explain whatever else seems to be missing.
  const shared = heardSoFar(run);
  return shared?.oracle === 'said with an id of its own' ? shared : missed;
}

/** A change has to be answered by success or by a refusal, where the dialect answers at all. */
function answered(step: Step, ending: Ending | 'lost', { answer }: Demands): Finding | undefined {
  const isAnswer = ending === 'done' || ending === 'refused';
  if (answer === undefined || !isAnswer || ending === answer.must) return undefined;
  const who = 'who' in step ? step.who : 'carol';
  return {
    oracle: answer.oracle,
    expected: answer.must === 'done' ? 'the request succeeds' : 'the request is refused',
    received: ending === 'done' ? 'it succeeded' : 'it was refused',
    because: `what ${who} asked for was ${ending === 'done' ? 'done, although it must not be' : 'refused'}`,
    claim: { on: who, where: 'answer', must: answer.must },
  };
}

function heardSoFar({ stage, state, ids, noteIds, judged, promised }: Run): Finding | undefined {
  const ownIsSilent = promised('said to its author') === undefined;
  const besides = [...noteIds.values()];
  const ears = stage.ears.map(({ label, who, listen }) => ({
    label,
    who,
    news: listen(),
    ownIsSilent,
    noteIds: besides,
  }));
  return judgeHeard(state, ears, ids, judged);
}

/** What is heard of a step is certain only as long as the socket that it was done on is there. */
function isLost({ stage }: Run, step: Exclude<Step, BesideStep>): boolean {
  if (!('socket' in step) || step.do === 'leave' || step.do === 'say and vanish') return false;
  const live = stage.ears.find(({ label }) => label === labelOf(step.who, step.socket));
  return live === undefined || !live.out.isOpen || !live.ear.isOpen;
}

/** A target may close sockets as it likes; from then on nobody expects anything there. */
function closeLost(run: Run): void {
  const gone = new Set(
    run.stage.ears.filter(({ out, ear }) => !out.isOpen || !ear.isOpen).map(({ label }) => label),
  );
  if (!run.state.sockets.some(({ label, open }) => open && gone.has(label))) return;
  const lost = run.state.sockets.filter(({ label, open }) => open && gone.has(label)).map(({ who }) => who);
  run.state = {
    ...run.state,
    sockets: run.state.sockets.map((sock) => (gone.has(sock.label) ? { ...sock, open: false } : sock)),
    unsure: [...new Set([...run.state.unsure, ...lost])],
  };
}

/** A recorded step may have become impossible: its socket is gone, or nobody was told of its message. */
function isPossible({ state, ids }: Run, step: Exclude<Step, BesideStep>): boolean {
  if ('message' in step && step.message !== undefined)
    if (!ids.has(step.message) || state.messages[step.message - 1] === undefined) return false;
  if (!('socket' in step)) return true;
  return openOf(state, step.who).some(({ label }) => label === labelOf(step.who, step.socket));
}

/** Aloud: everybody who is there says something more, so that what has not come before that does not come. */
export type Ends = 'aloud' | 'quietly';

/** After the last step nothing may be missing, too much or different anywhere. */
export async function finish(run: Run, ends: Ends = 'aloud'): Promise<Finding | undefined> {
  for (const step of ends === 'aloud' ? closing(run) : []) {
    const finding = await perform(run, step);
    if (finding !== undefined) return finding;
  }
  const heard = heardSoFar(run) ?? judgeNotes(run);
  if (heard !== undefined) return heard;
  for (const step of lastLooks(run)) {
    const finding = await perform(run, step);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

const roles: readonly Role[] = ['alice', 'bob'];

/** The fence: a message from everybody who is there, to everybody who is there. */
function closing({ state }: Run): Step[] {
  const places = [...new Set(state.notes.map(({ place }) => place))];
  const notes = places.flatMap((place): Step[] => {
    const last = state.notes.findLast((note) => note.place === place);
    return last === undefined ? [] : [{ do: 'say beside', who: last.author, place }];
  });
  const messages = roles.flatMap((who): Step[] => {
    const [own] = openOf(state, who);
    if (own === undefined || (openOf(state, other(who)).length === 0 && state.messages.length === 0))
      return [];
    const socket = state.sockets.filter((sock) => sock.who === who).indexOf(own) + 1;
    return [{ do: 'say', who, socket, times: 1 }];
  });
  return [...messages, ...notes];
}

function lastLooks({ state, promised, stage }: Run): Step[] {
  const concerned = new Set(state.notes.flatMap(({ place }) => membersOf[place]));
  const notes = [...concerned].map((who): Step => ({ do: 'look beside', who }));
  if (state.messages.length === 0) return notes;
  const counts = promised('unread counted') !== undefined && stage.verbs.unread !== undefined;
  return [
    ...(counts ? roles.map((who): Step => ({ do: 'count', who })) : []),
    ...(stage.verbs.history === undefined ? [] : roles.map((who): Step => ({ do: 'look', who }))),
    ...notes,
  ];
}
