import { type Connection, encode } from './connection.ts';
import type { Seams } from './fault-kit/seams.ts';

/** Who hears what: topics, the connections in them, and so who is present where. */
export class Hub {
  readonly #topics = new Map<string, Set<Connection>>();
  readonly #all = new Set<Connection>();
  readonly #seams: Seams;

  constructor(seams: Seams) {
    this.#seams = seams;
  }

  get connections(): Connection[] {
    return [...this.#all];
  }

  add(connection: Connection): void {
    this.#all.add(connection);
    for (const topic of connection.topics) {
      const inTopic = this.#topics.get(topic) ?? new Set();
      this.#topics.set(topic, inTopic.add(connection));
    }
  }

  remove(connection: Connection): void {
    this.#all.delete(connection);
    if (!this.#seams.decide('leaves', true)) return;
    for (const topic of connection.topics) {
      const inTopic = this.#topics.get(topic);
      inTopic?.delete(connection);
      if (inTopic?.size === 0) this.#topics.delete(topic);
    }
  }

  in(topic: string): Connection[] {
    return [...(this.#topics.get(topic) ?? [])];
  }

  /** Whether somebody has at least one connection in a topic. */
  isPresent(topic: string, person: number): boolean {
    const present = this.in(topic).some((connection) => connection.me.id === person);
    return this.#seams.decide('present', present, { about: { topic, person } });
  }

  /** The people in a topic, each once, in the order in which they came. */
  present(topic: string): number[] {
    const people = new Set(this.in(topic).map((connection) => connection.me.id));
    return [...people].filter((person) => this.#seams.decide('present', true, { about: { topic, person } }));
  }

  /** Sends a frame to everybody in a topic, or to those there for whom it is meant. */
  tell(topic: string, message: string, frame: unknown, isMeant?: (one: Connection) => boolean): void {
    const everybody = this.#topics.get(topic) ?? [];
    const audience = isMeant === undefined ? everybody : [...everybody].filter(isMeant);
    const bytes = encode(frame);
    for (const connection of this.#seams.audience(audience, { topic, message, frame }))
      connection.send(message, frame, bytes);
  }
}
