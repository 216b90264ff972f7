// What each socket has to hear because of a step, as the documents promise it.
import type { NewsKind, Role } from '../kit/verbs.ts';
import type { Oracle, Promised } from './oracles.ts';
import { mayChange, messageAt, nextEdit, openOf, type State, textOf } from './state.ts';
import { labelOf, other, type Step } from './step.ts';

export interface Expectation {
  kind: NewsKind;
  /** The message that it is about, counted from 1. */
  message?: number;
  text?: string;
  by?: Role;
  person: Role;
  sockets: readonly string[];
  /** Whether each of the sockets has to hear it, or any one of them. */
  how: 'each' | 'any';
  oracle: Oracle;
  /** What is broken when another socket of the person did hear it. */
  every?: Oracle;
  /** Only what comes after the step began counts. */
  anew?: true;
}

/** What has to be heard; the answer that a change has to get is in `answer`. */
export interface Demands {
  heard: Expectation[];
  answer?: { must: 'done' | 'refused'; oracle: Oracle };
}

export function demandsOf(state: State, step: Step, promised: Promised): Demands {
  const { heard, answer } = everything(state, step, promised);
  const kept = heard.filter(({ oracle, sockets }) => promised(oracle) !== undefined && sockets.length > 0);
  return answer === undefined || promised(answer.oracle) === undefined
    ? { heard: kept }
    : { heard: kept, answer };
}

const labels = (state: State, who: Role): string[] => openOf(state, who).map(({ label }) => label);

function everything(state: State, step: Step, promised: Promised): Demands {
  switch (step.do) {
    case 'say': {
      const first = state.messages.length + 1;
      const numbers = Array.from({ length: step.times }, (_, at) => first + at);
      return { heard: numbers.flatMap((n) => ofSaying(state, step, n, promised)) };
    }
    case 'edit':
    case 'remove':
      return ofChanging(state, { ...step, do: step.do });
    case 'acknowledge':
    case 'read':
      return { heard: step.message === undefined ? [] : [ofReceipt(state, step.do, step.message)] };
    case 'announce':
      return { heard: ofAnnouncing(state, step) };
    case 'type':
      return { heard: [toOther(state, step.who, { kind: 'typing', oracle: 'typing told', anew: true })] };
    case 'connect':
      return { heard: ofEntering(state, step.who) };
    case 'leave':
      return { heard: ofLeaving(state, step.who, step.how) };
    default:
      return { heard: [] };
  }
}

/** Each socket of the other person hears it. */
function toOther(
  state: State,
  who: Role,
  what: Pick<Expectation, 'kind' | 'oracle'> & Partial<Expectation>,
): Expectation {
  return { person: other(who), sockets: labels(state, other(who)), how: 'each', by: who, ...what };
}

function ofSaying(
  state: State,
  { who, socket }: { who: Role; socket: number },
  message: number,
  promised: Promised,
): Expectation[] {
  const from = labelOf(who, socket);
  const own = labels(state, who);
  const text = textOf(state, message);
  const there = labels(state, other(who)).length > 0;
  const said = { kind: 'said', message, text, by: who, how: 'each' } as const;
  const mark = { message, person: who, sockets: own, how: 'any' } as const;
  const every = 'said to every socket' as const;
  const echo = promised('said to its author') !== undefined;
  const others = echo ? own.filter((label) => label !== from) : [];
  return [
    toOther(state, who, { ...said, oracle: 'said to the other', every }),
    { ...said, person: who, sockets: [from], oracle: 'said to its author', every },
    { ...said, person: who, sockets: others, oracle: every },
    { kind: 'confirmed', message, text, person: who, sockets: [from], how: 'each', oracle: 'confirmed' },
    { ...mark, kind: 'delivered', oracle: there ? 'delivered' : 'delivered to the absent' },
    ...(there ? [{ ...mark, kind: 'read', oracle: 'read by who is there' } as const] : []),
  ];
}

function ofChanging(
  state: State,
  step: { do: 'edit' | 'remove'; who: Role; socket: number; message: number },
): Demands {
  const { who, message } = step;
  const edits = step.do === 'edit';
  const target = messageAt(state, message);
  if (!mayChange(target, who)) {
    const byOther = target.is !== 'gone';
    const edit = byOther ? 'edit by the other' : 'edit of what is deleted';
    const removal = byOther ? 'removal by the other' : 'removal of what is deleted';
    return { heard: [], answer: { must: 'refused', oracle: edits ? edit : removal } };
  }
  const news = {
    kind: edits ? 'edited' : 'removed',
    message,
    how: 'each',
    every: edits ? 'edited to every socket' : 'removed to every socket',
    ...(edits ? { text: nextEdit(state, message) } : {}),
  } as const;
  return {
    answer: { must: 'done', oracle: edits ? 'edit answered' : 'removal answered' },
    heard: [
      {
        ...news,
        person: who,
        sockets: labels(state, who),
        oracle: edits ? 'edited to its author' : 'removed to its author',
      },
      {
        ...news,
        person: other(who),
        sockets: labels(state, other(who)),
        oracle: edits ? 'edited to the other' : 'removed to the other',
      },
    ],
  };
}

/** Only the first time: whether it is told again is silent, and so is what becomes of it after somebody else's attempt. */
function ofAnnouncing(state: State, { who, message }: { who: Role; message: number }): Expectation[] {
  const { author, is, upload } = messageAt(state, message);
  if (author !== who || is !== 'there' || upload === undefined) return [];
  if (upload.announced > 0 || upload.byOther) return [];
  const every = 'announced to every socket';
  return [toOther(state, who, { kind: 'announced', message, oracle: 'announced to the other', every })];
}

function ofReceipt(state: State, what: 'acknowledge' | 'read', message: number): Expectation {
  const { author } = messageAt(state, message);
  return {
    kind: what === 'read' ? 'read' : 'received',
    message,
    person: author,
    sockets: labels(state, author),
    how: 'any',
    by: other(author),
    oracle: what === 'read' ? 'reading told' : 'acknowledgement told',
    anew: true,
  };
}

function ofEntering(state: State, who: Role): Expectation[] {
  if (openOf(state, who).length > 0 || state.unsure.includes(who)) return [];
  const every = 'entering told on every socket';
  return [toOther(state, who, { kind: 'entered', oracle: 'entering told', every, anew: true })];
}

function ofLeaving(state: State, who: Role, how: 'cleanly' | 'abruptly'): Expectation[] {
  if (openOf(state, who).length !== 1 || state.elsewhere) return [];
  // They were there until now, whatever became of their other sockets; one that was lost may have to be noticed first.
  const oracle = how === 'cleanly' && !state.unsure.includes(who) ? 'leaving told' : 'a loss told';
  return [toOther(state, who, { kind: 'left', oracle, anew: true })];
}
