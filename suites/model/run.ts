// One run of the model against the target: step by step, and at the end everything that people heard and are shown.

import type { Ending, Role } from '../kit/verbs.ts';
import { act } from './act.ts';
import { awaitDemands } from './await.ts';
import { type Demands, demandsOf } from './expect.ts';
import type { Finding } from './finding.ts';
import { judgeHeard } from './judge-heard.ts';
import { checkCount, look, probesOf } from './look.ts';
import { type Promised, promisedBy } from './oracles.ts';
import type { Stage } from './stage.ts';
import { after, begin, openOf, type State } from './state.ts';
import { isAsking, labelOf, other, type Step } from './step.ts';

export interface Run {
  stage: Stage;
  /** What the dialect promises: everybody is waited for until they have heard it. */
  promised: Promised;
  /** Of that, what is to be judged. */
  judged: Promised;
  state: State;
  /** The ids under which the messages are known, once somebody was told. */
  ids: Map<number, string>;
  steps: Step[];
  /** How often the driver had said something to somebody when they last read everything. */
  probesBefore: Map<Role, number>;
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
    steps: [],
    probesBefore: new Map(),
  };
}

/** Does one step, and says what it shows to be wrong. */
export async function perform(run: Run, step: Step): Promise<Finding | undefined> {
  const finding = await done(run, step);
  return finding === undefined || run.judged(finding.oracle) === undefined ? undefined : finding;
}

async function done(run: Run, step: Step): Promise<Finding | undefined> {
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
  if (wrong !== undefined || lost || missed === undefined) return wrong;
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

function heardSoFar({ stage, state, ids, judged }: Run): Finding | undefined {
  const ears = stage.ears.map(({ label, who, listen }) => ({ label, who, news: listen() }));
  return judgeHeard(state, ears, ids, judged);
}

/** What is heard of a step is certain only as long as the socket that it was done on is there. */
function isLost({ stage }: Run, step: Step): boolean {
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
function isPossible({ state, ids }: Run, step: Step): boolean {
  if ('message' in step && step.message !== undefined)
    if (!ids.has(step.message) || state.messages[step.message - 1] === undefined) return false;
  if (!('socket' in step)) return true;
  return openOf(state, step.who).some(({ label }) => label === labelOf(step.who, step.socket));
}

/** After the last step: something more is said, and then nothing may be missing, too much or different anywhere. */
export async function finish(run: Run): Promise<Finding | undefined> {
  for (const step of closing(run)) {
    const finding = await perform(run, step);
    if (finding !== undefined) return finding;
  }
  const heard = heardSoFar(run);
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
  return roles.flatMap((who): Step[] => {
    const [own] = openOf(state, who);
    if (own === undefined || (openOf(state, other(who)).length === 0 && state.messages.length === 0))
      return [];
    const socket = state.sockets.filter((sock) => sock.who === who).indexOf(own) + 1;
    return [{ do: 'say', who, socket, times: 1 }];
  });
}

function lastLooks({ state, promised, stage }: Run): Step[] {
  if (state.messages.length === 0) return [];
  const counts = promised('unread counted') !== undefined && stage.verbs.unread !== undefined;
  return [
    ...(counts ? roles.map((who): Step => ({ do: 'count', who })) : []),
    ...(stage.verbs.history === undefined ? [] : roles.map((who): Step => ({ do: 'look', who }))),
  ];
}
