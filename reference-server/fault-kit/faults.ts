// What a fault is: a named way in which the server misbehaves, as hooks on the seams below.
import type { Connection } from '../connection.ts';
import type { Answer, Head } from '../dialect-server.ts';
import type { Change, Person } from '../store/changes.ts';
import type { Store } from '../store/store.ts';
import type { Visit } from './visits.ts';

export const FAULT_KINDS = [
  'schema',
  'status-code',
  'authentication',
  'authorisation',
  'membership',
  'lost-delivery',
  'duplicate',
  'reorder',
  'leak',
  'wrong-recipient',
  'history',
  'counter',
  'status-flow',
  'presence',
  'typing',
  'edit-delete',
  'group-pending',
  'store-and-forward',
  'pagination',
  'media',
  'identity',
  'text',
  'ids',
  'time',
  'connection',
  'robustness',
  'persistence',
  'limits',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What the server is busy with: the frame, the request or the (dis)connection that everything else follows from. */
export interface Cause {
  by?: Person;
  /** The connection that the frame came in on. */
  connection?: Connection;
  channel?: string;
  operation?: string;
  /** The frame, or the body of the request. */
  input?: unknown;
}

export interface FaultContext {
  dialect: string;
  cause: Cause;
  /** This fault's own notes, empty when it is switched on. */
  memory: Map<unknown, unknown>;
  /** From 0 to 1, from the server's seed. */
  random(): number;
  /** Does something later, unless the server stops or the fault is switched off before. */
  later(milliseconds: number, act: () => void): void;
  /** Every open connection. */
  connections(): Connection[];
  visitOf(connection: Connection): Visit;
  /** The database without any fault in between: `store.apply(change)` writes, `store.database.rows(sql)` reads. */
  store: Store;
}

export interface FrameContext extends FaultContext {
  /** The message's id in the AsyncAPI document. */
  message: string;
  /** True for the frames that bring somebody a new chat message. */
  delivers: boolean;
  to: Connection;
  /** Sends a frame on this connection, now or later, past this fault. */
  send(frame: unknown): void;
}

export interface IncomingContext extends FaultContext {
  from: Connection;
}

export interface AudienceContext extends FaultContext {
  topic: string;
  message: string;
  delivers: boolean;
  frame: unknown;
}

export interface ResponseContext extends FaultContext {
  operation: string;
  request: Head;
}

export interface IdentityContext extends FaultContext {
  request: Head;
  /** The operation or channel. */
  entrance: string;
}

export interface DecisionContext extends FaultContext {
  /** The person that the question is about: who caused it, unless it says otherwise. */
  person?: Person | undefined;
  /** Of the cause, like the next two. */
  connection?: Connection | undefined;
  channel?: string | undefined;
  operation?: string | undefined;
  /** Whatever else the decision was made from: a token's problem, a message, a conversation. */
  about?: unknown;
}

/** How a handshake is answered: with 101 and a subprotocol, and perhaps closed at once; or refused. */
export interface Handshake {
  /** 101 lets in; 0 drops the connection without an answer. */
  status: number;
  protocol?: string | undefined;
  closeWith?: number | undefined;
}

/**
 * The yes-or-no questions that the server asks.
 * token: does it count? · present: is the person in this topic? · leaves: does a closed connection leave its topics? ·
 * fits: is a frame or body as documented and within the limits? · signed: does the address of a file work? ·
 * all others are the dialects' own.
 */
export type Question =
  | 'token'
  | 'member'
  | 'author'
  | 'admin'
  | 'present'
  | 'leaves'
  | 'fits'
  | 'signed'
  | (string & {});

/** Answers of every hook: undefined leaves things as they are. */
export interface Hooks {
  /** Another frame, several, `null` for none, `raw('…')` for bytes that are not JSON. */
  outgoingFrame?(frame: Frame, context: FrameContext): unknown;
  /** Another frame, or `null` to ignore it. It is validated after this. */
  incomingFrame?(frame: Frame, context: IncomingContext): unknown;
  /** Another answer, now or later; 'hang up' closes the connection without one. */
  outgoingResponse?(
    answer: Answer,
    context: ResponseContext,
  ): Answer | 'hang up' | undefined | Promise<Answer | undefined>;
  /** Another write, or `null` for none: the server then believes that it was written. */
  storeWrite?(change: Change, context: FaultContext): Change | null | undefined;
  /** Other rows; the names of the queries are in store/. */
  storeRead?(query: string, rows: Row[], context: FaultContext): Row[] | undefined;
  decide?(question: Question, answer: boolean, context: DecisionContext): boolean | undefined;
  /** Who hears a frame that is for everybody in a topic. */
  audience?(connections: Connection[], context: AudienceContext): Connection[] | undefined;
  /** Who is taken to ask: the person, somebody else, or (null) nobody. */
  identify?(person: Person | undefined, context: IdentityContext): Person | null | undefined;
  /** Refused handshakes come here, too; one that is let in all the same hears nothing. */
  upgrade?(
    handshake: Handshake,
    context: FaultContext & { request: Head; channel: string },
  ): Handshake | undefined;
  /** Another time, in microseconds. */
  clock?(now: number, context: FaultContext): number | undefined;
}

/** A frame or a row as a fault sees it: an object whose fields may be anything. */
export type Frame = Record<string, unknown>;
export type Row = Record<string, unknown>;

/** What the server does otherwise: a fault, or a liberty. */
export interface Behaviour extends Hooks {
  /** The file's name without its ending. */
  name: string;
  dialects: readonly string[] | 'all';
  /** One sentence: what a user would notice. */
  says: string;
}

export interface Fault extends Behaviour {
  kind: FaultKind;
  /** The requirements that it breaks. */
  breaks: readonly string[];
  /** When it hits, unless it always does. */
  sometimes?: string;
  /** No document forbids it: it breaks no requirement, but the objectives of a load run. */
  underLoad?: true;
}

/** Bytes for the wire as they are. */
export class Raw {
  readonly data: string | Buffer;
  constructor(data: string | Buffer) {
    this.data = data;
  }
}

export function raw(data: string | Buffer): Raw {
  return new Raw(data);
}

export function appliesTo({ dialects }: Pick<Behaviour, 'dialects'>, dialect: string): boolean {
  return dialects === 'all' || dialects.includes(dialect);
}
