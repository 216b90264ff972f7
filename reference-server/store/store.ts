import { pretend } from '../fault-kit/pretend.ts';
import type { Seams } from '../fault-kit/seams.ts';
import type { Change } from './changes.ts';
import type { Database, Value } from './database.ts';

/** Named reads and writes of one dialect's data; each write is committed before anybody is told of it. */
export class Store {
  readonly database: Database;
  readonly dialect: string;
  readonly #seams: Seams;

  constructor(dialect: string, seams: Seams, database: Database) {
    this.dialect = dialect;
    this.#seams = seams;
    this.database = database;
  }

  read<Row>(query: string, sql: string, ...values: Value[]): Row[] {
    return this.#seams.read(query, this.database.rows<Row>(sql, ...values));
  }

  /** The first row, for queries that are after one. */
  readOne<Row>(query: string, sql: string, ...values: Value[]): Row | undefined {
    const row = this.database.row<Row>(sql, ...values);
    return this.#seams.read(query, row === undefined ? [] : [row])[0];
  }

  /** Gives the id of what was added; an addition that a fault drops uses up its id. */
  write(change: Change): number {
    const altered = this.#seams.write(change);
    return altered === null ? pretend(this, change) : this.apply(altered);
  }

  transaction<T>(work: () => T): T {
    return this.database.transaction(work);
  }

  apply(change: Change): number {
    switch (change.kind) {
      case 'add message':
        return this.#insert('messages', { ...change.message });
      case 'change message':
        return this.#update('messages', change);
      case 'remove message':
        return this.#delete('messages', change);
      case 'add pending':
        return this.database.run(ADD_PENDING, change.person, change.conversation, change.message);
      case 'remove pending':
        return this.#delete('pending', change);
      case 'add conversation':
        return this.#insert('conversations', { dialect: this.dialect, ...change.conversation });
      case 'remove conversation':
        return this.#delete('conversations', change);
      case 'add member':
        return this.#insert('members', { ...change.member }, ' on conflict do nothing');
      case 'change member':
        return this.#update('members', change);
      case 'add upload':
        return this.#insert('uploads', { ...change.upload });
    }
  }

  #insert(table: string, fields: Fields, orElse = ''): number {
    const names = Object.keys(fields);
    const places = names.map(() => '?').join(', ');
    const sql = `insert into ${table} (${names.join(', ')}) values (${places})${orElse}`;
    return this.database.run(sql, ...Object.values(fields));
  }

  #update(table: string, { kind, fields, ...where }: Changed): number {
    if (Object.keys(fields).length === 0) return 0;
    const sql = `update ${table} set ${placeholders(fields, ', ')} where ${placeholders(where, ' and ')}`;
    return this.database.run(sql, ...Object.values(fields), ...Object.values(where));
  }

  #delete(table: string, { kind, ...where }: Removed): number {
    const sql = `delete from ${table} where ${placeholders(where, ' and ')}`;
    return this.database.run(sql, ...Object.values(where));
  }
}

// A message that a fault dropped can't be pending.
const ADD_PENDING =
  'insert into pending (person, conversation, message) select ?, ?, id from messages where id = ? on conflict do nothing';

type Fields = Record<string, Value>;
type Changed = Extract<Change, { kind: `change ${string}` }>;
type Removed = Extract<Change, { kind: `remove ${string}` }>;

function placeholders(fields: Fields, separator: string): string {
  return Object.keys(fields)
    .map((name) => `${name} = ?`)
    .join(separator);
}
