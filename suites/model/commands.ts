// The steps as fast-check draws and shrinks them: choices, which mean something only where they are made.
import fc from 'fast-check';
import type { Role } from '../kit/verbs.ts';
import type { Finding } from './finding.ts';
import type { Promised } from './oracles.ts';
import { perform, type Run } from './run.ts';
import { type Message, openOf, type State } from './state.ts';
import { other, type Step } from './step.ts';

const mostSockets = 3;
/** They take long, and a swap shows with two. */
const mostUploads = 2;

/** Thrown out of a run, so that fast-check sees it fail. */
export class Broken extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.because);
    this.finding = finding;
  }
}

interface Draw {
  do: Step['do'];
  who: Role;
  socket: number;
  message: number;
  times: number;
  how: 'cleanly' | 'abruptly';
  /** Of one's own messages, when there is any. */
  own: boolean;
  /** Of what somebody has edited or deleted before, when there is any; or one who has left on another socket. */
  again: boolean;
  /** In the name of the author, when it is not one's own. */
  claiming: boolean;
  /** Reading is about everything at once. */
  whole: boolean;
}

/** What fast-check asks whether a command is possible is the run itself, which holds the model's state. */
export type Command = fc.AsyncCommand<Run, Run>;

export function commandsOf(
  promised: Promised,
  offers: { overhears: boolean; counts: boolean; looks: boolean; uploads: boolean },
): fc.Arbitrary<Command>[] {
  const has = (oracle: Parameters<Promised>[0]): boolean => promised(oracle) !== undefined;
  const weights: [Step['do'], number][] = [
    ['say', 8],
    ['connect', 3],
    ['leave', has('leaving told') ? 6 : 2],
    ['say and vanish', 1],
    ['overhear', offers.overhears ? 1 : 0],
    ['edit', has('edit is stored') ? 4 : 0],
    ['remove', has('removal is stored') ? 3 : 0],
    ['acknowledge', has('acknowledgement deletes') ? 3 : 0],
    ['read', has('reading told') || has('reading clears') ? 2 : 0],
    ['type', has('typing told') ? 1 : 0],
    ['upload', offers.uploads ? 1 : 0],
    ['announce', offers.uploads ? 2 : 0],
    ['look', offers.looks ? 1 : 0],
    ['count', offers.counts ? 1 : 0],
  ];
  return weights.flatMap(([name, weight]) =>
    Array.from({ length: weight }, () => commandOf(name, has('reading clears'))),
  );
}

/** Only what matters for this command is drawn, so that nothing else is ever made smaller. */
function commandOf(name: Step['do'], whole: boolean): fc.Arbitrary<Command> {
  const free = (isFree: boolean, most: number): fc.Arbitrary<number> =>
    isFree ? fc.nat(most) : fc.constant(0);
  const changes = name === 'edit' || name === 'remove';
  const onMessage = ['edit', 'remove', 'acknowledge', 'read', 'announce'].includes(name);
  const onSocket = onMessage || ['leave', 'say', 'say and vanish', 'type'].includes(name);
  return fc
    .record({
      do: fc.constant(name),
      who: name === 'overhear' ? fc.constant<Role>('alice') : fc.constantFrom<Role[]>('alice', 'bob'),
      socket: free(onSocket, mostSockets - 1),
      message: free(onMessage, 5),
      times: free(name === 'say', 2).map((more) => more + 1),
      whole: fc.constant(whole),
      own: changes || name === 'announce' ? fc.nat(3).map((more) => more > 0) : fc.constant(false),
      again: changes || name === 'leave' || name === 'announce' ? fc.boolean() : fc.constant(false),
      claiming: name === 'edit' ? fc.boolean() : fc.constant(false),
      how:
        name === 'leave'
          ? fc.constantFrom<Draw['how'][]>('cleanly', 'cleanly', 'abruptly')
          : fc.constant<Draw['how']>('cleanly'),
    })
    .map((draw) => commandFor(draw.do, (state) => resolved(state, draw)));
}

/** A command that does whatever its choice means when its turn comes. */
export function commandFor(name: Step['do'], stepIn: (state: State) => Step | undefined): Command {
  return {
    check: ({ state }) => stepIn(state) !== undefined,
    async run(_model, run) {
      const step = stepIn(run.state);
      const finding = step === undefined ? undefined : await perform(run, step);
      if (finding !== undefined) throw new Broken(finding);
    },
    toString: () => name,
  };
}

/** What the choice means in this state; undefined when it is not possible. */
export function resolved(state: State, draw: Draw): Step | undefined {
  const who = draw.do === 'leave' && draw.again ? (halfGone(state) ?? draw.who) : draw.who;
  const own = state.sockets.filter((sock) => sock.who === who);
  switch (draw.do) {
    case 'overhear':
      return state.overheard ? undefined : { do: 'overhear' };
    case 'connect':
      return openOf(state, who).length < mostSockets ? { do: 'connect', who } : undefined;
    case 'upload':
      return uploadsIn(state) < mostUploads ? { do: 'upload', who } : undefined;
    case 'look':
    case 'count':
      return state.messages.length > 0 ? { do: draw.do, who } : undefined;
    default:
      break;
  }
  const open = openOf(state, who);
  const chosen = open[draw.socket % Math.max(open.length, 1)];
  // Where nobody is, whoever wants to do something comes first.
  if (chosen === undefined)
    return openOf(state, other(who)).length === 0 ? { do: 'connect', who } : undefined;
  const at = { who, socket: own.indexOf(chosen) + 1 };
  switch (draw.do) {
    case 'leave':
      return { do: 'leave', ...at, how: draw.how };
    case 'say':
      return { do: 'say', ...at, times: draw.times };
    case 'say and vanish':
    case 'type':
      return { do: draw.do, ...at };
    default:
      return aboutMessage(state, draw, at);
  }
}

const uploadsIn = ({ messages }: State): number =>
  messages.filter(({ upload }) => upload !== undefined).length;

const halfGone = (state: State): Role | undefined =>
  (['alice', 'bob'] as const).find(
    (who) =>
      state.sockets.some((sock) => sock.who === who && !sock.open) &&
      openOf(state, who).length > 0 &&
      openOf(state, other(who)).length > 0,
  );

function aboutMessage(state: State, draw: Draw, at: { who: Role; socket: number }): Step | undefined {
  const { messages } = state;
  const certain = messages.flatMap((message, n) => (message.is === 'maybe' ? [] : [{ message, n: n + 1 }]));
  // Only what the other has said can be acknowledged or read.
  const received = draw.do === 'acknowledge' || draw.do === 'read';
  const candidates = received
    ? certain.filter(
        ({ message }) => message.author !== at.who && (draw.do === 'read' || !message.acknowledged),
      )
    : draw.do === 'announce'
      ? announcedIn(certain, draw)
      : changedIn(state, certain, draw);
  const found = candidates.at(-1 - (draw.message % Math.max(candidates.length, 1)));
  switch (draw.do) {
    case 'read':
      if (draw.whole) return { do: 'read', ...at };
      return found === undefined ? undefined : { do: 'read', ...at, message: found.n };
    case 'edit': {
      if (found === undefined) return undefined;
      const claims = draw.claiming && found.message.author !== at.who;
      return { do: 'edit', ...at, message: found.n, ...(claims ? { claiming: true } : {}) };
    }
    case 'remove':
    case 'acknowledge':
    case 'announce':
      return found === undefined ? undefined : { do: draw.do, ...at, message: found.n };
    default:
      return undefined;
  }
}

interface Numbered {
  message: Message;
  n: number;
}

/** What is one's own, and not announced yet. */
function announcedIn(all: readonly Numbered[], { who, own, again }: Draw): readonly Numbered[] {
  return all.filter(
    ({ message: { upload, author } }) =>
      upload !== undefined && (author === who || !own) && (again || upload.announced === 0),
  );
}

/** What is one's own, and what has been edited or deleted before, shows more than anything else. */
function changedIn(
  { deeds }: State,
  all: readonly Numbered[],
  { who, own, again }: Draw,
): readonly Numbered[] {
  const mine = own ? all.filter(({ message }) => message.author === who) : [];
  const near = mine.length > 0 ? mine : all;
  const changed = again ? near.filter(({ n }) => deeds.some(({ message }) => message === n)) : [];
  return changed.length > 0 ? changed : near;
}
