// One WebSocket of one person: everything it hears is kept, and every wait remembers why it refused what came.
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { doing } from './doing.ts';
import { Failure, Unmet } from './failure.ts';
import { inFragments } from './fragments.ts';
import { mismatches, type Pattern, show } from './match.ts';
import type { Entry } from './outcome.ts';
import { type Awaited, deadline } from './patience.ts';
import type { World } from './world.ts';

export interface Heard {
  /** The documented frame that it looks like; none for an extension. */
  name: string | undefined;
  value: unknown;
  entry: Entry;
  /** Its place among everything that this socket has heard. */
  at: number;
}

export interface Closing {
  /** How it ended: the upgrade was refused, a close frame came, or the connection was just gone. */
  how: 'refused' | 'closed' | 'lost';
  code: number;
  entry: Entry;
}

export interface Waiting {
  /** Only frames from this place on; the default is everything that the socket has heard. */
  since?: number;
  /** The requirement to blame. */
  requirement?: string;
  within?: number;
}

const anything = (): true => true;

export class Socket {
  readonly heard: Heard[] = [];
  readonly who: string;
  readonly where: string;
  readonly world: World;
  readonly channel: string;
  closing: Closing | undefined;
  /** The subprotocol that the server selected: "" when it selected none. */
  subprotocol = '';
  /** Into how many fragments a text is cut on its way. */
  fragments = 1;
  /** The TCP connection below, once there is one. */
  tcp: Duplex | undefined;
  readonly #wire: WebSocket;
  readonly #listeners = new Set<() => void>();

  constructor(world: World, options: { who: string; where: string; channel: string; wire: WebSocket }) {
    this.world = world;
    this.who = options.who;
    this.where = options.where;
    this.channel = options.channel;
    this.#wire = options.wire;
    this.#wire.on('message', (data, isBinary) => this.#receive(toBuffer(data), isBinary));
    this.#wire.on('close', (code, reason) =>
      this.#end(code === 1006 ? 'lost' : 'closed', code, reason.toString()),
    );
    this.#wire.on('error', (error) => this.#note(`error: ${error.message}`));
  }

  /** The place after the last frame heard so far: for waits that must not see what came earlier. */
  get mark(): number {
    return this.heard.length;
  }

  get isOpen(): boolean {
    return this.#wire.readyState === WebSocket.OPEN && this.closing === undefined;
  }

  send(frame: unknown): void {
    this.sendRaw(JSON.stringify(frame));
  }

  /** Sends exactly this text, whether it is JSON or not. */
  sendRaw(text: string): void {
    this.#sent(text);
    if (this.fragments > 1) inFragments(this.#wire, text, this.fragments);
    else this.#wire.send(text, () => undefined);
  }

  /** Begins a message and never ends it. */
  sendUnfinished(text: string): void {
    this.#sent(text);
    this.#wire.send(text, { fin: false }, () => undefined);
  }

  sendBinary(bytes: Uint8Array): void {
    this.#sent(`[${bytes.length} bytes]`);
    this.#wire.send(bytes, { binary: true }, () => undefined);
  }

  /** The first frame with this name that matches; a Failure that lists what came instead when none does in time. */
  async hears(name: string, pattern: Pattern = anything, waiting: Waiting = {}): Promise<Heard> {
    const refused = (heard: Heard): string[] =>
      heard.name === name
        ? mismatches(heard.value, pattern)
        : [`it is ${heard.name ?? 'an undocumented frame'}`];
    const since = waiting.since ?? 0;
    const found = await this.until(
      () => this.heard.slice(since).find((heard) => refused(heard).length === 0),
      waiting.within,
    );
    if (found !== undefined) return found;
    throw this.#unheard(name, pattern, since, waiting.requirement, refused);
  }

  /** Every frame with this name that matches, of those heard so far. */
  all(name: string, pattern: Pattern = anything, since = 0): Heard[] {
    return this.heard
      .slice(since)
      .filter((heard) => heard.name === name && mismatches(heard.value, pattern).length === 0);
  }

  /** Waits until `probe` gives something; undefined when patience ends or the socket closes before. */
  until<T>(probe: () => T | undefined, within = this.world.patience.ms): Promise<T | undefined> {
    return this.#wait(probe, 'frame', within);
  }

  /** Waits until the target has closed this socket; undefined when it stays open. */
  closes(): Promise<Closing | undefined> {
    return this.#wait(() => this.closing, 'close', this.world.patience.for('close'));
  }

  #wait<T>(probe: () => T | undefined, awaited: Awaited, within: number): Promise<T | undefined> {
    const { patience } = this.world;
    const asked = performance.now();
    return new Promise((resolve) => {
      const settle = (value: T | undefined): void => {
        stop();
        this.#listeners.delete(look);
        if (value !== undefined) patience.measured(awaited, performance.now() - asked);
        resolve(value);
      };
      const look = (): void => {
        const value = probe();
        if (value !== undefined || this.closing !== undefined) settle(value);
      };
      const stop = deadline(within, () => {
        patience.expired(awaited);
        settle(undefined);
      });
      this.#listeners.add(look);
      look();
    });
  }

  /** Settles when the socket has ended, however long that takes; for races. */
  gone(): Promise<Closing> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.closing === undefined) return;
        this.#listeners.delete(look);
        resolve(this.closing);
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Leaves with a closing handshake, and waits until the server has taken leave, too. */
  async leave(): Promise<void> {
    if (this.closing === undefined) this.#wire.close(1000);
    const gone = await this.closes();
    if (gone === undefined) this.vanish();
  }

  /** Drops the TCP connection without a word. */
  vanish(): void {
    this.#wire.terminate();
  }

  /** Says that nothing more will come, below the WebSocket: the other direction stays open. */
  halfClose(): void {
    this.tcp?.end();
  }

  /** Stops reading, as a slow or stuck client does. */
  pause(): void {
    this.#wire.pause();
  }

  resume(): void {
    this.#wire.resume();
  }

  #receive(bytes: Buffer, isBinary: boolean): void {
    doing.frames += 1;
    const text = isBinary ? `[${bytes.length} bytes]` : bytes.toString();
    const entry = this.world.journal.add({ who: this.who, kind: 'received', where: this.where, what: text });
    const value = isBinary ? bytes : parsed(text);
    const name = this.world.recognise(this.channel, value, entry);
    this.heard.push({ name, value, entry, at: this.heard.length });
    this.#wake();
  }

  #end(how: Closing['how'], code: number, reason: string): void {
    if (this.closing !== undefined) return;
    const what = `${how === 'lost' ? 'connection lost' : `closed with ${code}`}${reason === '' ? '' : ` ${show(reason)}`}`;
    const entry = this.world.journal.add({ who: this.who, kind: 'closed', where: this.where, what });
    this.closing = { how, code, entry };
    this.#wake();
  }

  /** The upgrade was answered with an HTTP status instead of 101. */
  refuse(status: number): void {
    if (this.closing !== undefined) return;
    const entry = this.world.journal.add({
      who: this.who,
      kind: 'closed',
      where: this.where,
      what: `upgrade refused with HTTP ${status}`,
    });
    this.closing = { how: 'refused', code: status, entry };
    this.#wake();
  }

  #sent(text: string): void {
    if (!this.isOpen)
      throw new Unmet(
        `${this.who}'s socket ${this.where} is closed (${this.closing?.entry.what ?? 'not open'}), so nothing can be sent on it.`,
      );
    doing.frames += 1;
    this.world.journal.add({ who: this.who, kind: 'sent', where: this.where, what: text });
  }

  #note(what: string): void {
    this.world.journal.add({ who: this.who, kind: 'note', where: this.where, what });
  }

  #wake(): void {
    for (const look of [...this.#listeners]) look();
  }

  #unheard(
    name: string,
    pattern: Pattern,
    since: number,
    requirement: string | undefined,
    refused: (heard: Heard) => string[],
  ): Failure {
    const candidates = this.heard.slice(since);
    const near = candidates.filter((heard) => heard.name === name).at(-1);
    const ended = this.closing === undefined ? '' : ` Then ${this.closing.entry.what}.`;
    if (near !== undefined) near.entry.offending = true;
    const because =
      near === undefined
        ? `no ${name} frame came to ${this.who}${this.closing === undefined ? '' : `; ${this.closing.entry.what}`}`
        : `none of the ${name} frames that came to ${this.who} fits; the last one: ${refused(near).join('; ')}`;
    return new Failure({
      expected: `${this.who} hears ${name} ${describe(pattern)}`,
      received: `${
        candidates.length === 0
          ? 'nothing'
          : candidates
              .map((heard) => `${heard.name ?? 'an undocumented frame'} ${show(heard.value, 60)}`)
              .slice(-5)
              .join(', ')
      }.${ended}`,
      because,
      requirement,
    });
  }
}

function describe(pattern: Pattern): string {
  if (pattern === anything) return '';
  const text = JSON.stringify(pattern, (_, value: unknown) =>
    typeof value === 'function' ? '(judged)' : value,
  );
  return show(JSON.parse(text), 160);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toBuffer(data: Buffer | ArrayBuffer | Buffer[]): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
