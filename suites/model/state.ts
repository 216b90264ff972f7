// What the model knows: who is connected, what was said, and what has become of it. It is written from the documents,
// and shares nothing with any server.
import type { Ending, Role } from '../kit/verbs.ts';
import type { Note } from './beside/state.ts';
import type { Oracle } from './oracles.ts';
import { labelOf, other, type Step } from './step.ts';

export interface Sock {
  label: string;
  who: Role;
  open: boolean;
}

export interface Message {
  author: Role;
  /** The socket on which it was said. */
  from: string;
  /** What it may read now: one text, unless the end of an edit is not known. */
  texts: readonly string[];
  /** Maybe: the one who said or deleted it lost the connection before the target had answered. */
  is: 'there' | 'gone' | 'maybe';
  /** Where its receiver was when it was said; perhaps: their departure may not have counted yet. */
  receiver: 'there' | 'nowhere' | 'perhaps';
  /** The receiver has been connected since, so that it may have become read. */
  caughtUp: boolean;
  acknowledged: boolean;
  read: boolean;
  /** It was uploaded with a file: how often its author has announced it, and whether anybody else has tried. */
  upload?: { announced: number; byOther: boolean };
}

/** Something that was asked for: whether it must be announced once, or to nobody. */
export interface Deed {
  kind: 'edited' | 'removed';
  message: number;
  /** The new text of an edit. */
  text?: string;
  allowed: boolean;
  /** What is broken when it is announced although it must not be. */
  oracle: Oracle;
}

export interface Unread {
  least: number;
  most: number;
  /** They have said at some time that they had read everything. */
  cleared: boolean;
}

export interface State {
  /** What all texts of this run begin with. */
  mark: string;
  sockets: readonly Sock[];
  messages: readonly Message[];
  /** What was said beside the conversation of the two. */
  notes: readonly Note[];
  deeds: readonly Deed[];
  /** Who has been connected at some time. */
  seen: readonly Role[];
  /** Whose departure nobody has confirmed: whether they count as there is open. */
  unsure: readonly Role[];
  /** The two may be connected somewhere else as well. */
  elsewhere: boolean;
  /** How many messages of the other each has not read. */
  unread: Readonly<Record<Role, Unread>>;
  overheard: boolean;
  /** Who looks at the conversation connects to it for a moment. */
  looksConnect: boolean;
}

export interface Beginning {
  /** These people were not connected a moment ago: that nobody counts them as there is certain. */
  settled?: boolean;
  /** Nobody has ever written to them. */
  isNew?: boolean;
  /** Who looks at the conversation connects to it for a moment. */
  looksConnect?: boolean;
}

export function begin(mark: string, beginning: Beginning = {}): State {
  const { settled = true, isNew = settled, looksConnect = false } = beginning;
  const none = { least: 0, most: isNew ? 0 : Number.POSITIVE_INFINITY, cleared: false };
  return {
    mark,
    sockets: [],
    messages: [],
    notes: [],
    deeds: [],
    seen: settled ? [] : ['alice', 'bob'],
    unsure: settled ? [] : ['alice', 'bob'],
    elsewhere: !settled,
    unread: { alice: none, bob: none },
    overheard: false,
    looksConnect,
  };
}

export const openOf = ({ sockets }: State, who: Role): Sock[] =>
  sockets.filter((sock) => sock.who === who && sock.open);

export const textOf = ({ mark }: State, n: number): string => `${mark}${n}`;

/** The text that the next edit gives. */
export const nextEdit = ({ mark, deeds }: State, message: number): string =>
  `${mark}${message}v${deeds.length + 2}`;

export const messageAt = ({ messages }: State, n: number): Message => {
  const found = messages[n - 1];
  if (found === undefined) throw new Error(`The run has no message ${n}: it has ${messages.length}.`);
  return found;
};

/** The state after a step that ended like this; lost: the connection went before anything was certain. */
export function after(state: State, step: Step, ending: Ending | 'lost' = 'untold'): State {
  switch (step.do) {
    case 'overhear':
      return { ...state, overheard: true };
    case 'connect':
      return connected(state, step.who);
    case 'leave':
      return left(state, step);
    case 'say':
      return said(state, step, ending === 'lost' ? 'maybe' : 'there');
    case 'say and vanish':
      return left(said(state, { ...step, times: 1 }, 'maybe'), { ...step, how: 'abruptly' });
    case 'upload':
      return uploaded(state, step.who, ending === 'done' ? 'there' : 'maybe');
    case 'announce':
      return announced(state, step);
    case 'edit':
    case 'remove':
      return changed(state, { ...step, do: step.do }, ending);
    case 'acknowledge':
      return withMessage(state, step.message, { acknowledged: true });
    case 'read': {
      // What may still be on its way comes after the reading.
      const late = state.messages.filter(({ author, is }) => author !== step.who && is === 'maybe').length;
      const none = { least: 0, most: late, cleared: true };
      const cleared = { ...state, unread: { ...state.unread, [step.who]: none } };
      return step.message === undefined ? cleared : withMessage(cleared, step.message, { read: true });
    }
    case 'count':
      return lookedIn(state, step.who);
    case 'look':
      return state.looksConnect ? lookedIn(state, step.who) : state;
    default:
      return state;
  }
}

function lookedIn(state: State, who: Role): State {
  return {
    ...state,
    seen: [...new Set([...state.seen, who])],
    unsure: [...new Set([...state.unsure, who])],
    messages: caughtUpBy(state, who),
  };
}

const caughtUpBy = ({ messages }: State, who: Role): Message[] =>
  messages.map((one) => (one.author === who ? one : { ...one, caughtUp: true }));

function withMessage(state: State, n: number, change: Partial<Message>): State {
  return {
    ...state,
    messages: state.messages.map((one, at) => (at === n - 1 ? { ...one, ...change } : one)),
  };
}

function connected(state: State, who: Role): State {
  const count = state.sockets.filter((sock) => sock.who === who).length;
  return {
    ...state,
    sockets: [...state.sockets, { label: labelOf(who, count + 1), who, open: true }],
    seen: [...new Set([...state.seen, who])],
    messages: caughtUpBy(state, who),
  };
}

function left(state: State, { who, socket, how }: { who: Role; socket: number; how: string }): State {
  const label = labelOf(who, socket);
  const sockets = state.sockets.map((sock) => (sock.label === label ? { ...sock, open: false } : sock));
  // A reading that was sent just before the connection was lost may be lost with it.
  const unread =
    how === 'abruptly' && state.unread[who].cleared
      ? { ...state.unread, [who]: { least: 0, most: Number.POSITIVE_INFINITY, cleared: true } }
      : state.unread;
  // So may an acknowledgement, which nobody has to be told of when its author is away.
  const messages = state.messages.map((one) =>
    how === 'abruptly' && one.acknowledged && one.author !== who
      ? { ...one, acknowledged: false, is: 'maybe' as const }
      : one,
  );
  const next = { ...state, sockets, unread, messages };
  const told = openOf(next, who).length === 0 && openOf(next, other(who)).length > 0;
  const certain = how === 'cleanly' && (told || openOf(next, who).length > 0);
  return certain ? next : { ...next, unsure: [...new Set([...state.unsure, who])] };
}

function said(
  state: State,
  { who, socket, times }: { who: Role; socket: number; times: number },
  is: Message['is'],
): State {
  const receiver = other(who);
  const where = whereIs(state, receiver);
  const { least, most, cleared } = state.unread[receiver];
  const certain = where === 'nowhere' && is === 'there';
  const messages = Array.from({ length: times }, (_, at) => ({
    author: who,
    from: labelOf(who, socket),
    texts: [textOf(state, state.messages.length + at + 1)],
    is,
    receiver: where,
    caughtUp: false,
    acknowledged: false,
    read: false,
  }));
  return {
    ...state,
    messages: [...state.messages, ...messages],
    unread: {
      ...state.unread,
      [receiver]: { least: certain ? least + times : least, most: most + times, cleared },
    },
  };
}

function uploaded(state: State, who: Role, is: Message['is']): State {
  const next = said(state, { who, socket: 1, times: 1 }, is);
  return withMessage(next, next.messages.length, { upload: { announced: 0, byOther: false } });
}

function announced(state: State, { who, message }: { who: Role; message: number }): State {
  const { author, upload } = messageAt(state, message);
  if (upload === undefined) return state;
  const change = author === who ? { announced: upload.announced + 1 } : { byOther: true };
  return withMessage(state, message, { upload: { ...upload, ...change } });
}

export function whereIs(state: State, who: Role): Message['receiver'] {
  if (openOf(state, who).length > 0) return 'there';
  return state.seen.includes(who) ? 'perhaps' : 'nowhere';
}

/** Only the author may change a message, and only one that is there. */
export function mayChange(message: Message, who: Role): boolean {
  return message.author === who && message.is === 'there';
}

function changed(
  state: State,
  step: { do: 'edit' | 'remove'; who: Role; message: number },
  ending: Ending | 'lost',
): State {
  const message = messageAt(state, step.message);
  const allowed = mayChange(message, step.who);
  const text = nextEdit(state, step.message);
  const deed: Deed = {
    kind: step.do === 'edit' ? 'edited' : 'removed',
    message: step.message,
    ...(step.do === 'edit' ? { text } : {}),
    allowed,
    oracle: refusedBy(step.do, message),
  };
  const next = { ...state, deeds: [...state.deeds, deed] };
  if (!allowed || ending === 'refused') return next;
  const open = ending === 'lost' || ending === 'unknown';
  if (step.do === 'edit')
    return withMessage(next, step.message, { texts: open ? [...message.texts, text] : [text] });
  return withMessage(next, step.message, { is: open ? 'maybe' : 'gone' });
}

function refusedBy(what: 'edit' | 'remove', message: Message): Oracle {
  if (message.is !== 'gone') return what === 'edit' ? 'edit by the other' : 'removal by the other';
  return what === 'edit' ? 'edit of what is deleted' : 'removal of what is deleted';
}
