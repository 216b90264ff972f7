// The receive socket of one person: everything for them arrives here, and here they fetch what was saved for them.
import { Failure, Unmet } from '../kit/failure.ts';
import { isObject } from '../kit/match.ts';
import { type Heard, Socket } from '../kit/socket.ts';
import { copiesTo, inTurn } from './copies.ts';
import { nextInstant, spell } from './time.ts';

/** A fetched message as the wire shows it: the specs judge the types, the checks only read. */
export interface Item {
  msg_from: unknown;
  msg_to: unknown;
  message: unknown;
  sent_timestamp: unknown;
  pending: unknown;
}

export interface Chunk {
  heard: Heard;
  items: Item[];
  /** Whether `messages` is an array at all. */
  isList: boolean;
  last: boolean;
}

export type Kind = 'fetch_msgs' | 'fetch_grp_msgs';

const names = { fetch_msgs: 'fetchedMsgs', fetch_grp_msgs: 'fetchedGrpMsgs' } as const;
const kinds: ReadonlySet<string> = new Set(Object.values(names));

export class Inbox extends Socket {
  /** The number in the socket's address. */
  phone = '';
  /** All receive sockets of a person share it. */
  turn = inTurn();
  /** The server knows of this socket, and it has not failed to get what the person's others get. */
  hearsCopies = false;
  #noted = 0;

  /** Asks for what was saved; the two numbers of the request can be others than one's own. */
  ask(kind: Kind, numbers: { msg_from?: string; msg_to?: string } = {}): void {
    this.send({
      message: '--null--',
      command: kind,
      msg_from: this.phone,
      msg_to: this.phone,
      sent_timestamp: spell(nextInstant(this.phone)),
      ...numbers,
    });
  }

  chunks(kind: Kind, since: number): Chunk[] {
    return this.all(names[kind], undefined, since).map(chunkFrom);
  }

  /** Waits for the chunk that says it is the last; undefined when none does. */
  lastChunk(kind: Kind, since: number): Promise<Chunk | undefined> {
    return this.until(() => this.chunks(kind, since).find(({ last }) => last));
  }

  /** Everything that one fetch is answered with; a Failure when no answer comes. */
  fetch(kind: Kind, numbers?: { msg_from?: string; msg_to?: string }): Promise<Item[]> {
    return this.turn(() => this.#answer(kind, numbers));
  }

  /** Chunks that came although nobody was asking. */
  get strays(): number {
    return this.heard.slice(this.#noted).filter(({ name }) => name !== undefined && kinds.has(name)).length;
  }

  /** Whatever has come so far was expected. */
  noted(): void {
    this.#noted = this.mark;
  }

  async #answer(kind: Kind, numbers?: { msg_from?: string; msg_to?: string }): Promise<Item[]> {
    const { last, chunks } = await this.#asked(kind, numbers);
    if (last !== undefined) return chunks.flatMap(({ items }) => items);
    if (chunks.length > 0)
      throw new Unmet(
        `The answer to ${kind} did not come to an end: none of ${chunks.length} chunks says so.`,
      );
    throw new Failure({
      expected: `${kind} of ${this.who} is answered`,
      received: this.closing?.entry.what ?? 'no answer',
      because: `${kind} was not answered${this.closing === undefined ? '' : `: ${this.closing.entry.what}`}`,
    });
  }

  async #asked(
    kind: Kind,
    numbers?: { msg_from?: string; msg_to?: string },
  ): Promise<{ last: Chunk | undefined; chunks: Chunk[] }> {
    const since = this.mark;
    const copied = copiesTo(this.#others(), kind, this.world);
    this.ask(kind, numbers);
    const last = await this.lastChunk(kind, since);
    const chunks = this.chunks(kind, since);
    if (last !== undefined) {
      this.hearsCopies = true;
      await copied();
    }
    this.noted();
    return { last, chunks };
  }

  #others(): Inbox[] {
    return this.world.sockets.filter(
      (socket): socket is Inbox =>
        socket instanceof Inbox &&
        socket !== this &&
        socket.phone === this.phone &&
        socket.isOpen &&
        socket.hearsCopies,
    );
  }

  /**
   * Once a fetch is answered, the server knows of this socket. A target that answers none is not waited for twice. To be
   * called in the turn in which the socket was opened: who is not known yet gets some copies and others not.
   */
  async settled(): Promise<void> {
    const { missing } = this.world.run;
    if (missing.has('the answer to fetch_msgs')) return;
    const { last } = await this.#asked('fetch_msgs');
    if (last === undefined && this.isOpen) missing.add('the answer to fetch_msgs');
  }
}

function chunkFrom(heard: Heard): Chunk {
  const { all, messages } = isObject(heard.value) ? heard.value : {};
  // JSON text of the array is a declared alternative; without the declaration the specs judge it.
  const list = typeof messages === 'string' ? parsed(messages) : messages;
  return {
    heard,
    items: Array.isArray(list) ? list.filter(isObject).map(itemFrom) : [],
    isList: Array.isArray(list),
    last: /^true$/i.test(String(all)),
  };
}

function itemFrom(value: Record<string, unknown>): Item {
  const { msg_from, msg_to, message, sent_timestamp, pending } = value;
  return { msg_from, msg_to, message, sent_timestamp, pending };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
