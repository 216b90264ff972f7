import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Chat } from './chat.ts';
import type { Entry, Head } from './dialect-server.ts';
import { Raw } from './fault-kit/faults.ts';
import type { Conversation, Person } from './store/changes.ts';

/** A socket and the TCP connection below it, who is at its other end, and what for. */
type Opening = Pick<Connection, 'socket' | 'head' | 'me'> & { tcp: Socket; entry: Entry };

/** One open socket of one person on one channel. */
export class Connection {
  readonly me: Person;
  readonly channel: string;
  readonly head: Head;
  readonly topics: string[];
  readonly socket: WebSocket;
  readonly #chat: Chat;
  readonly #tcp: Socket;
  readonly #conversation: Conversation | undefined;
  #queue: Buffer[] = [];
  /** What goes out piece by piece, one after the other. */
  readonly #streams: { message: string; frames: Iterator<unknown> }[] = [];

  constructor(chat: Chat, channel: string, { socket, tcp, head, me, entry }: Opening) {
    this.#chat = chat;
    this.#tcp = tcp;
    this.channel = channel;
    this.socket = socket;
    this.head = head;
    this.me = me;
    this.topics = entry.topics;
    this.#conversation = entry.conversation;
  }

  /** The conversation that the channel let this connection into. */
  get conversation(): Conversation {
    if (this.#conversation !== undefined) return this.#conversation;
    throw new Error(`The channel "${this.channel}" entered no conversation: return one from its enter().`);
  }

  /** Gives the frame's size. One that goes to several is written as JSON once. */
  send(message: string, frame: unknown, bytes = encode(frame)): number {
    this.#chat.seams.outgoing(message, frame, this, (changed) =>
      this.#put(changed === frame ? bytes : encode(changed)),
    );
    return bytes.length;
  }

  /** Sends what together may be more than the queue holds: a frame is made when the client has taken those before it. */
  sendEach(message: string, frames: Iterable<unknown>): void {
    this.#streams.push({ message, frames: frames[Symbol.iterator]() });
    if (this.#streams.length === 1) this.#stream();
  }

  /** Works for this client. An error of the server costs it its socket, and nobody else anything. */
  attempt(work: () => void, input?: unknown): void {
    const { seams, report } = this.#chat;
    seams.cause = { by: this.me, connection: this, channel: this.channel, input };
    try {
      work();
    } catch (error) {
      report(error);
      this.close(1011, 'The server has a fault.');
    }
  }

  /** Tells this client alone that what it sent was of no use. */
  complain(says: string, frame: unknown): void {
    const { dialect, counters } = this.#chat;
    counters.complaints += 1;
    const complaint = dialect.complain?.(says, this, frame, this.#chat) ?? { type: 'error', message: says };
    this.send('complaint', complaint);
  }

  close(code: number, reason: string): void {
    this.#chat.store.database.commit();
    this.socket.close(code, reason);
  }

  /** Called when everything that this tells of is committed. */
  flush(): void {
    const queue = this.#queue;
    this.#queue = [];
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > this.#chat.limits.queuedBytes) {
      this.socket.close(1013, 'This client reads too slowly.');
      return;
    }
    this.#chat.counters.framesOut += queue.length;
    // One system call for all of them: one with a small frame is as dear.
    this.#tcp.cork();
    for (const frame of queue) this.socket.send(frame, { binary: false });
    this.#tcp.uncork();
  }

  /** Called when it can't be committed. */
  abandon(): void {
    this.#queue = [];
    this.socket.close(1011, 'The server could not store this.');
  }

  #stream(): void {
    let room = WRITTEN_AT_ONCE;
    while (room > 0 && this.#streams[0] !== undefined && this.socket.readyState === this.socket.OPEN) {
      const { message, frames } = this.#streams[0];
      const { done, value: frame } = frames.next();
      if (done) this.#streams.shift();
      else room -= this.send(message, frame);
    }
    if (room > 0) return;
    const { input } = this.#chat.seams.cause;
    const goOn = () => this.attempt(() => this.#stream(), input);
    // By then these are written.
    setTimeout(() => {
      if (this.#tcp.writableNeedDrain) this.#tcp.once('drain', goOn);
      else goOn();
    }, this.#chat.latency);
  }

  #put(bytes: Buffer): void {
    const { latency, store } = this.#chat;
    const enqueue = () => {
      if (this.#queue.push(bytes) === 1) store.database.whenCommitted(this);
    };
    if (latency === 0) enqueue();
    else setTimeout(enqueue, latency);
  }
}

/** More at once would make a client look slow that is not. */
const WRITTEN_AT_ONCE = 64 * 1024;

export function encode(frame: unknown): Buffer {
  const content = frame instanceof Raw ? frame.data : JSON.stringify(frame);
  return Buffer.isBuffer(content) ? content : Buffer.from(content);
}
