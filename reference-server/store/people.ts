import type { Person } from './changes.ts';
import type { Store } from './store.ts';

const PERSON = 'select id, uuid, username, email, phone from people';

/** The accounts. No document says how they come to exist: the control plane makes them. */
export class People {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  byId(id: number): Person | undefined {
    return this.#one('id', id);
  }

  byUuid(uuid: string): Person | undefined {
    return this.#one('uuid', uuid);
  }

  byUsername(username: string): Person | undefined {
    return this.#one('username', username);
  }

  byPhone(phone: string): Person | undefined {
    return this.#one('phone', phone);
  }

  #one(column: 'id' | 'uuid' | 'username' | 'phone', value: string | number): Person | undefined {
    const sql = `${PERSON} where dialect = ? and ${column} = ?`;
    return this.#store.readOne<Person>('person', sql, this.#store.dialect, value);
  }
}
