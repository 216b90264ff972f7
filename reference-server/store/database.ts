import Libsql from 'libsql';
import { UsageError } from '../../specs/kit/errors.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';

export type Value = string | number | null | Buffer;
type Statement = Libsql.Statement<[Value[]]>;

/** The one database of this process with something uncommitted: two that write to one file would wait for each other. */
let writing: Database | undefined;

/** Who tells of what is written, and may not before it is kept. */
interface Teller {
  flush(): void;
  /** What they would tell of is lost. */
  abandon(): void;
}

/**
 * A SQLite database, in memory or in a file; every call is synchronous. What is written in one turn of the event loop
 * is committed together, and then told together: one commit, and one system call a socket, for all that came in at once.
 */
export class Database {
  readonly #db: Libsql.Database;
  readonly #report: (error: unknown) => void;
  readonly #statements = new Map<string, Statement>();
  readonly #tellers = new Set<Teller>();
  #turn: NodeJS.Immediate | undefined;

  /** `report` hears when what was written in a turn can't be kept. */
  constructor(file: string | undefined, report: (error: unknown) => void) {
    this.#db = open(file ?? ':memory:');
    this.#report = report;
  }

  /** The rows of a query. The tables are strict, so that SQLite has checked the types that the caller names. */
  rows<Row>(sql: string, ...values: Value[]): Row[] {
    const found = this.#statement(sql).all(bindable(values));
    return found.filter(isRow<Row>);
  }

  /** The first row of a query; much cheaper than all of them. */
  row<Row>(sql: string, ...values: Value[]): Row | undefined {
    const found = this.#statement(sql).get(bindable(values));
    return isRow<Row>(found) ? found : undefined;
  }

  /** Runs a statement and gives the id of the row that it inserted. */
  run(sql: string, ...values: Value[]): number {
    this.#open();
    return Number(this.#statement(sql).run(bindable(values)).lastInsertRowid);
  }

  /** All of it or nothing of it. */
  transaction<T>(work: () => T): T {
    this.#open();
    this.#statement('savepoint work').run([]);
    try {
      const result = work();
      this.#statement('release work').run([]);
      return result;
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('rollback to work; release work');
      throw error;
    }
  }

  whenCommitted(teller: Teller): void {
    this.#tellers.add(teller);
    this.#turn ??= setImmediate(() => this.#endTurn());
  }

  /** Everything that was written is kept from here on, or an error says that nothing since the last time is. */
  commit(): void {
    const tellers = [...this.#tellers];
    this.#tellers.clear();
    try {
      // A prepared statement that fails would go on holding its view of the file.
      if (writing === this) this.#db.exec('commit');
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('rollback');
      for (const teller of tellers) teller.abandon();
      throw error;
    } finally {
      if (writing === this) writing = undefined;
    }
    for (const teller of tellers) teller.flush();
  }

  close(): void {
    this.commit();
    this.#statements.clear();
    this.#db.close();
  }

  #open(): void {
    if (writing === this) return;
    if (writing !== undefined) writing.#endTurn();
    this.#statement('begin immediate').run([]);
    writing = this;
    this.#turn ??= setImmediate(() => this.#endTurn());
  }

  #endTurn(): void {
    this.#turn = undefined;
    try {
      this.commit();
    } catch (error) {
      this.#report(error);
    }
  }

  #statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared: Statement = this.#db.prepare<[Value[]]>(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/** Opens a database, and makes the tables when there are none. */
function open(file: string): Libsql.Database {
  try {
    const db = new Libsql(file, { timeout: 5_000 });
    const found: unknown = db.prepare(IDENTITY).get();
    const { tables, id, version } = isRow<typeof NOTHING>(found) ? found : NOTHING;
    if (tables > 0 && id !== APPLICATION_ID) throw new Error('it was not made by chatproof');
    if (tables > 0 && version !== SCHEMA_VERSION)
      throw new Error(`it has version ${version} and this chatproof reads ${SCHEMA_VERSION}`);
    // In this mode a commit outlives the process; only a power cut could undo the newest ones.
    db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000');
    db.exec('pragma wal_autocheckpoint = 4000; pragma foreign_keys = on');
    if (tables === 0) db.transaction(() => db.exec(SCHEMA)).immediate();
    return db;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const why = message.includes('Unable to open') ? 'no file can be opened or made there' : message;
    throw new UsageError(
      `The data file "${file}" can't be used (${why}): give --data the path of a new file, or of one that chatproof made.`,
    );
  }
}

const NOTHING = { tables: 0, id: 0, version: 0 };
const IDENTITY = `
  select (select count(*) from sqlite_schema) as tables, application_id as id, user_version as version
  from pragma_application_id, pragma_user_version`;

// The driver aborts the whole process when it is given a boolean, and stores undefined and NaN as null.
function bindable(values: Value[]): Value[] {
  for (const value of values) {
    if (value === null || typeof value === 'string' || Number.isFinite(value) || Buffer.isBuffer(value))
      continue;
    throw new TypeError(`${String(value)} can't be stored: only texts, finite numbers, bytes and null can.`);
  }
  return values;
}

function isRow<Row>(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
