import type { Person } from './changes.ts';
import type { Store } from './store.ts';

type Name = 'uuid' | 'username' | 'email' | 'phone';

/** The accounts. No document says how they come to exist: the control plane makes them. */
export class People {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  by<N extends Name | 'id'>(name: N, value: Person[N]): Person | undefined {
    const sql = `select id, uuid, username, email, phone from people where dialect = ? and ${name} = ?`;
    return this.#store.readOne<Person>('person', sql, this.#store.dialect, value);
  }

  /** What somebody is called; nothing for nobody. */
  nameOf(person: number, name: Name): string {
    return this.by('id', person)?.[name] ?? '';
  }
}
