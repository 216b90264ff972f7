import { UsageError } from '../../specs/kit/errors.ts';
import type { Chat } from '../chat.ts';
import type { Connection } from '../connection.ts';
import type { Answer, Head } from '../dialect-server.ts';
import type { Change, Person } from '../store/changes.ts';
import { loadFault } from './fault-files.ts';
import {
  type AudienceContext,
  appliesTo,
  type Behaviour,
  type Cause,
  type DecisionContext,
  type FaultContext,
  type Frame,
  type FrameContext,
  type Handshake,
  type Hooks,
  type Question,
  Raw,
  type Row,
} from './faults.ts';
import { seededRandom } from './random.ts';
import { Visits } from './visits.ts';

interface ActiveFault {
  fault: Behaviour;
  rate: number;
  hits: number;
  base: FaultContext;
  timers: Set<NodeJS.Timeout>;
}

/** The fixed set of places at which a fault can come in. With no fault on, each costs a look at an empty list. */
export class Seams {
  /** What the server is busy with right now; handlers are synchronous, so that there is only one. */
  cause: Cause = {};
  readonly #chat: () => Chat;
  readonly #seed: number;
  readonly #visits = new Visits();
  #active: ActiveFault[] = [];

  /** The seams are a part of the chat: it is there once both are made. */
  constructor(chat: () => Chat, seed: number) {
    this.#chat = chat;
    this.#seed = seed;
  }

  get quiet(): boolean {
    return this.#active.length === 0;
  }

  /** By name, or one that no file holds. */
  async on(choice: string | Behaviour, rate = 1): Promise<void> {
    const fault = typeof choice === 'string' ? await loadFault(choice) : choice;
    const { spec, store, hub } = this.#chat();
    const dialect = spec.name;
    if (!appliesTo(fault, dialect))
      throw new UsageError(`The fault "${fault.name}" doesn't apply to the dialect "${dialect}".`);
    this.off(fault.name);
    const timers = new Set<NodeJS.Timeout>();
    const seams = this;
    const base: FaultContext = {
      dialect,
      memory: new Map(),
      random: seededRandom(`${this.#seed} ${fault.name}`),
      store,
      connections: () => hub.connections,
      visitOf: (connection) => this.#visits.of(connection),
      get cause() {
        return seams.cause;
      },
      later(milliseconds, act) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          act();
        }, milliseconds);
        timers.add(timer);
      },
    };
    this.#active.push({ fault, rate, hits: 0, base, timers });
  }

  /** One of them, or all. */
  off(name?: string): void {
    const isMeant = ({ fault }: ActiveFault) => name === undefined || fault.name === name;
    for (const { timers } of this.#active.filter(isMeant)) for (const timer of timers) clearTimeout(timer);
    this.#active = this.#active.filter((active) => !isMeant(active));
  }

  /** What the server may do otherwise than ours stays as it was chosen. */
  faultsOff(): void {
    for (const { name } of this.active()) this.off(name);
  }

  /** Called when a connection opens, before it is among the others. */
  visit(connection: Connection): void {
    this.#visits.add(connection, this.#chat().hub.connections);
  }

  reset(): void {
    this.faultsOff();
    this.#visits.clear();
  }

  /** The faults that are on, and no liberties: how often each hits, and how often it did. */
  active(): { name: string; rate: number; hits: number }[] {
    const faults = this.#active.filter(({ fault }) => 'breaks' in fault);
    return faults.map(({ fault, rate, hits }) => ({ name: fault.name, rate, hits }));
  }

  /** The frames that really go out on this connection. */
  outgoing(message: string, frame: unknown, to: Connection, send: (frame: unknown) => void): void {
    if (this.quiet) send(frame);
    else this.#outgoingFrom(0, frame, { message, delivers: this.#delivers(message), to }, send);
  }

  /** The frame that really came in; null when it is to be ignored. */
  incoming(frame: unknown, from: Connection): unknown {
    return this.#pass(frame, 'incomingFrame', (hook, value, base) => {
      return isObject(value) ? hook(value, { ...base, from }) : undefined;
    });
  }

  async response(answer: Answer, operation: string, request: Head): Promise<Answer> {
    let result = answer;
    const cause = this.cause;
    for (const active of this.#hitting('outgoingResponse')) {
      const copy: Answer = {
        ...result,
        body: Buffer.isBuffer(result.body) ? result.body : structuredClone(result.body),
      };
      const context = { ...active.base, cause, operation, request };
      const changed = await active.fault.outgoingResponse?.(copy, context);
      if (changed !== undefined) this.#hit(active, changed);
      if (changed === 'hang up') return { status: 0 };
      result = changed ?? result;
    }
    return result;
  }

  write(change: Change | null): Change | null {
    return this.#pass(change, 'storeWrite', (hook, value, base) =>
      value === null ? undefined : hook(value, base),
    );
  }

  read<T>(query: string, rows: T[]): T[] {
    if (this.quiet) return rows;
    return this.#pass(rows, 'storeRead', (hook, value, base) => {
      const copies = value.map((row): Row => (isObject(row) ? { ...row } : {}));
      return hook(query, copies, base)?.filter(isRow<T>);
    });
  }

  decide(
    question: Question,
    answer: boolean,
    details: Pick<DecisionContext, 'person' | 'about'> = {},
  ): boolean {
    if (this.quiet) return answer;
    const { by: person, connection, channel, operation } = this.cause;
    const asked = { person, connection, channel, operation, ...details };
    return this.#pass(answer, 'decide', (hook, value, base) => hook(question, value, { ...base, ...asked }));
  }

  audience(
    connections: Iterable<Connection>,
    details: Pick<AudienceContext, 'topic' | 'message' | 'frame'>,
  ): Iterable<Connection> {
    if (this.quiet) return connections;
    const told = { ...details, delivers: this.#delivers(details.message) };
    return this.#pass([...connections], 'audience', (hook, value, base) => hook(value, { ...base, ...told }));
  }

  identify(person: Person | undefined, request: Head, entrance: string): Person | undefined {
    if (this.quiet) return person;
    const ask = person ?? null;
    const found = this.#pass<Person | null, 'identify'>(ask, 'identify', (hook, value, base) =>
      hook(value ?? undefined, { ...base, request, entrance }),
    );
    return found ?? undefined;
  }

  upgrade(handshake: Handshake, request: Head, channel: string): Handshake {
    return this.#pass(handshake, 'upgrade', (hook, value, base) =>
      hook(value, { ...base, request, channel }),
    );
  }

  clock(now: number): number {
    return this.#pass(now, 'clock', (hook, value, base) => hook(value, base));
  }

  #outgoingFrom(
    first: number,
    frame: unknown,
    details: Pick<FrameContext, 'message' | 'delivers' | 'to'>,
    send: (frame: unknown) => void,
  ): void {
    for (let index = first; index < this.#active.length; index += 1) {
      const active = this.#active[index];
      if (active?.fault.outgoingFrame === undefined || !isObject(frame) || !strikes(active)) continue;
      const onward = (next: unknown) => this.#outgoingFrom(index + 1, next, details, send);
      const changed = active.fault.outgoingFrame(structuredClone(frame), {
        ...active.base,
        ...details,
        send: onward,
      });
      if (changed === undefined) continue;
      this.#hit(active, changed);
      // A history is an array itself: an array in place of an array is one frame.
      const several = Array.isArray(changed) && !Array.isArray(frame) ? changed : [changed];
      for (const one of several) if (one !== null) onward(one);
      return;
    }
    send(frame);
  }

  #delivers(message: string): boolean {
    return this.#chat().dialect.delivers.includes(message);
  }

  #pass<T, K extends keyof Hooks>(
    value: T,
    seam: K,
    ask: (hook: NonNullable<Hooks[K]>, value: T, base: FaultContext) => T | undefined,
  ): T {
    let result = value;
    for (const active of this.#hitting(seam)) {
      const hook = active.fault[seam];
      const changed = hook && ask(hook, result, active.base);
      if (changed !== undefined) result = this.#hit(active, changed);
    }
    return result;
  }

  #hitting(seam: keyof Hooks): ActiveFault[] {
    if (this.#active.length === 0) return this.#active;
    return this.#active.filter((active) => active.fault[seam] !== undefined && strikes(active));
  }

  #hit<T>(active: ActiveFault, value: T): T {
    active.hits += 1;
    return value;
  }
}

function strikes({ rate, base }: ActiveFault): boolean {
  return rate >= 1 || base.random() < rate;
}

function isObject(value: unknown): value is Frame {
  return typeof value === 'object' && value !== null && !(value instanceof Raw);
}

// Rows that a fault made up are taken at its word.
function isRow<T>(row: unknown): row is T & Row {
  return typeof row === 'object' && row !== null;
}
