import { randomUUID } from 'node:crypto';
import type { Person } from './changes.ts';
import type { Store } from './store.ts';

const PERSON = 'select id, uuid, username, email, phone from people';
const NAMES = [
  'alice',
  'bob',
  'carol',
  'Dave',
  'erin',
  'Frank',
  'grace',
  'heidi',
  'ivan',
  'Judy',
  'mike',
  'olivia',
];

/** The accounts. No document says how they come to exist: the control plane makes them. */
export class People {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Somebody new. Usernames hold dots and capitals, as they may on any target. */
  add(): Person {
    const { database, dialect } = this.#store;
    return database.transaction(() => {
      const uuid = randomUUID();
      const values = [dialect, uuid, uuid, uuid, uuid];
      const insert = 'insert into people (dialect, uuid, username, email, phone) values (?, ?, ?, ?, ?)';
      const id = database.run(insert, ...values);
      const username = `${NAMES[(id - 1) % NAMES.length] ?? 'alice'}.${id.toString(36)}${uuid.slice(0, 4)}`;
      const person = {
        id,
        uuid,
        username,
        email: `${username.toLowerCase()}@example.test`,
        phone: String(9_000_000_000 + id),
      };
      const name = 'update people set username = ?, email = ?, phone = ? where id = ?';
      database.run(name, person.username, person.email, person.phone, id);
      return person;
    });
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
