import { existsSync, statSync } from 'node:fs';
import Libsql from 'libsql';
import { UsageError } from '../../specs/kit/errors.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';

export type Value = string | number | null | Buffer;
type Statement = Libsql.Statement<Value[]>;

/** A SQLite database, in memory or in a file; every call is synchronous and committed when it returns. */
export class Database {
  readonly #db: Libsql.Database;
  readonly #statements = new Map<string, Statement>();

  constructor(file = ':memory:') {
    this.#db = file === ':memory:' ? create(new Libsql(file)) : openFile(file);
    this.#db.exec('pragma foreign_keys = on');
  }

  /** The rows of a query. The tables are strict, so that SQLite has checked the types that the caller names. */
  rows<Row>(sql: string, ...values: Value[]): Row[] {
    return this.#statement(sql)
      .all(...bindable(values))
      .filter(isRow<Row>);
  }

  /** Runs a statement and gives the id of the row that it inserted. */
  run(sql: string, ...values: Value[]): number {
    return Number(this.#statement(sql).run(...bindable(values)).lastInsertRowid);
  }

  /** All of it or nothing of it; a transaction inside another one is part of it. */
  transaction<T>(work: () => T): T {
    if (this.#db.inTransaction) return work();
    return this.#db.transaction(work).immediate();
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared: Statement = this.#db.prepare<Value[]>(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

function openFile(file: string): Libsql.Database {
  const isNew = !existsSync(file) || statSync(file).size === 0;
  try {
    const db = new Libsql(file, { timeout: 5 });
    if (!isNew) recognise(db, file);
    // In this mode a commit outlives the process; only a power cut could undo the newest ones.
    db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000');
    return isNew ? create(db) : db;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const why = error instanceof Error ? error.message : String(error);
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
