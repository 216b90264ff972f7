import type { Connection } from './connection.ts';
import type { Database } from './store/database.ts';

/**
 * What is said in one turn of the event loop leaves together, once everything that was written in it is committed:
 * one commit and one system call a socket for as many messages as came in at once.
 */
export class Outbox {
  readonly #database: Database;
  readonly #report: (error: unknown) => void;
  readonly #waiting = new Set<Connection>();
  #next: NodeJS.Immediate | undefined;

  constructor(database: Database, report: (error: unknown) => void) {
    this.#database = database;
    this.#report = report;
    database.whenOpened = () => this.#schedule();
  }

  add(connection: Connection): void {
    this.#waiting.add(connection);
    this.#schedule();
  }

  /** Now, for who can't wait for the end of the turn. When nothing could be committed, nothing is sent. */
  flush(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    try {
      this.#database.commit();
    } catch (error) {
      for (const connection of waiting) connection.abandon();
      throw error;
    }
    for (const connection of waiting) connection.flush();
  }

  #schedule(): void {
    this.#next ??= setImmediate(() => {
      this.#next = undefined;
      try {
        this.flush();
      } catch (error) {
        this.#report(error);
      }
    });
  }
}
