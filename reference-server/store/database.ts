import { existsSync, realpathSync, statSync } from 'node:fs';
import Libsql from 'libsql';
import { UsageError } from '../../specs/kit/errors.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';

export type Value = string | number | null | Buffer;
type Statement = Libsql.Statement<[Value[]]>;

/** The databases of this process with something uncommitted, by file: two of them would wait for each other. */
const uncommitted = new Map<string, Database>();

/** A SQLite database, in memory or in a file. Every call is synchronous; writes wait for `commit()`. */
export class Database {
  /** Called at the first write after a commit; who sets it sees to the next one. */
  whenOpened: () => void = () => setImmediate(() => this.commit());
  readonly #db: Libsql.Database;
  readonly #file: string;
  readonly #statements = new Map<string, Statement>();
  #state: 'committed' | 'open' = 'committed';
  #failure: unknown;

  constructor(file = ':memory:') {
    const isMemory = file === ':memory:';
    this.#db = isMemory ? create(new Libsql(file)) : openFile(file);
    this.#file = isMemory ? '' : realpathSync(file);
    this.#db.exec('pragma foreign_keys = on');
  }

  /** The rows of a query. The tables are strict, so that SQLite has checked the types that the caller names. */
  rows<Row>(sql: string, ...values: Value[]): Row[] {
    return this.#statement(sql)
      .all(bindable(values))
      .filter(isRow<Row>);
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

  /** Everything that was written is kept from here on, or an error says that nothing since the last time is. */
  commit(): void {
    this.settle();
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure;
  }

  close(): void {
    this.commit();
    this.#statements.clear();
    this.#db.close();
  }

  #open(): void {
    if (this.#state === 'open') return;
    uncommitted.get(this.#file)?.settle();
    this.#statement('begin immediate').run([]);
    this.#state = 'open';
    if (this.#file !== '') uncommitted.set(this.#file, this);
    this.whenOpened();
  }

  /** A failure is kept for the owner's own commit: another database may be the one that asks. */
  settle(): void {
    if (this.#state === 'committed') return;
    this.#state = 'committed';
    uncommitted.delete(this.#file);
    try {
      this.#statement('commit').run([]);
    } catch (error) {
      this.#failure ??= error;
      if (this.#db.inTransaction) this.#db.exec('rollback');
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

function openFile(file: string): Libsql.Database {
  const isNew = !existsSync(file) || statSync(file).size === 0;
  try {
    const db = new Libsql(file, { timeout: 5_000 });
    if (!isNew) recognise(db, file);
    // In this mode a commit outlives the process; only a power cut could undo the newest ones.
    db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000');
    db.exec('pragma wal_autocheckpoint = 4000');
    return isNew ? create(db) : db;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const why = message.includes('Unable to open') ? 'no file can be opened or made there' : message;
    throw new UsageError(
      `The data file "${file}" can't be used (${why}): give --data the path of a new file, or of one that chatproof made.`,
    );
  }
}

function recognise(db: Libsql.Database, file: string): void {
  if (pragma(db, 'application_id') !== APPLICATION_ID) {
    throw new UsageError(
      `The data file "${file}" was not made by chatproof: give --data the path of a new file.`,
    );
  }
  const version = pragma(db, 'user_version');
  if (version === SCHEMA_VERSION) return;
  throw new UsageError(
    `The data file "${file}" has version ${version} and this chatproof reads version ${SCHEMA_VERSION}: give --data the path of a new file.`,
  );
}

function create(db: Libsql.Database): Libsql.Database {
  db.transaction(() => {
    db.exec(SCHEMA);
    db.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${SCHEMA_VERSION}`);
  }).immediate();
  return db;
}

function pragma(db: Libsql.Database, name: string): unknown {
  const [row] = db.prepare(`pragma ${name}`).all();
  return isRow<Record<string, unknown>>(row) ? row[name] : undefined;
}

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
