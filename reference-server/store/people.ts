import type { Person } from './changes.ts';
import type { Store } from './store.ts';

type Name = 'id' | 'uuid' | 'username' | 'phone';

/** The accounts. No document says how they come to exist: the control plane makes them. */
export class People {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  by<N extends Name>(name: N, value: Person[N]): Person | undefined {
    const sql = `select id, uuid, username, email, phone from people where dialect = ? and ${name} = ?`;
    return this.#store.readOne<Person>('person', sql, this.#store.dialect, value);
  }
}
