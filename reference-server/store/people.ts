import type { Person } from './changes.ts';
import { Store } from './store.ts';

type Name = 'uuid' | 'username' | 'email' | 'phone';

/** The accounts. No document says how they come to exist: the control plane makes them. */
export class People extends Store {
  by<N extends Name | 'id'>(name: N, value: Person[N]): Person | undefined {
    const sql = `select id, uuid, username, email, phone from people where dialect = ? and ${name} = ?`;
    return this.readOne<Person>('person', sql, this.dialect, value);
  }

  /** What somebody is called; nothing for nobody. */
  nameOf(person: number, name: Name): string {
    return this.by('id', person)?.[name] ?? '';
  }
}
