// A dialect as the runtime sees it: what its two spec files and its catalogue say, dereferenced at generation time.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './errors.ts';
import type { JsonSchema } from './json-schema.ts';
import { didYouMean } from './nearest.ts';
import { packageRoot } from './root.ts';

export type { JsonSchema };

export type DialectName = string;
export type Level = 'must' | 'should' | 'may';
export type Evidence = 'stated' | 'shown' | 'implied' | 'practice';
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
export type Direction = 'fromClient' | 'fromServer';

export interface Requirement {
  id: string;
  level: Level;
  evidence: Evidence;
  says: string;
  /** "receipts.md:112", "receipts.md:41-48", or several of these separated by ", ". */
  source: string;
  reading?: string;
  accepts: { name: string; says: string }[];
  /** Capabilities without which the requirement is inapplicable. */
  needs: string[];
  untested?: string;
  /** False when it is not about a single frame or body, so that no spec entry has to name it. */
  wire: boolean;
}

export interface Reading {
  id: string;
  topic: string;
  source: string;
  text: string;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: JsonSchema;
  example?: unknown;
}

export interface RequestBody {
  contentType: string;
  schema: JsonSchema;
  required: boolean;
  examples: unknown[];
}

export interface Answer {
  /** "200", or "default". */
  status: string;
  contentType?: string;
  schema?: JsonSchema;
  shape?: string;
  values?: string;
  examples: unknown[];
}

export interface Operation {
  id: string;
  summary?: string;
  method: Method;
  path: string;
  parameters: Parameter[];
  request?: RequestBody;
  answers: Answer[];
  requirements: string[];
  /** True when the document asks for a token; false when it asks for none, or leaves it open. */
  secured: boolean;
}

export interface Message {
  id: string;
  summary?: string;
  schema: JsonSchema;
  examples: unknown[];
  requirements: string[];
  shape?: string;
  values?: string;
}

export interface Channel {
  id: string;
  summary?: string;
  address: string;
  parameters: string[];
  query: string[];
  requirements: string[];
  fromClient: Message[];
  fromServer: Message[];
}

export interface Dialect {
  name: DialectName;
  title: string;
  document: { file: string; sha256: string; lines: number };
  operations: Operation[];
  channels: Channel[];
  requirements: Requirement[];
  readings: Reading[];
}

const loaded = new Map<string, Dialect>();

/** The dialects that this package knows, sorted. */
export function dialectNames(): DialectName[] {
  const specs = join(packageRoot(), 'specs');
  return readdirSync(specs)
    .filter((name) => existsSync(fileOf(name)))
    .sort();
}

export function loadDialect(name: DialectName): Dialect {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(fileOf(name))) {
    throw new UsageError(`There is no dialect "${name}".${didYouMean(name, dialectNames())}`);
  }
  const dialect = readDialect(name);
  loaded.set(name, dialect);
  return dialect;
}

export function operation(dialect: Dialect, id: string): Operation {
  return named(dialect.operations, id, `The dialect "${dialect.name}" has no operation`);
}

export function channel(dialect: Dialect, id: string): Channel {
  return named(dialect.channels, id, `The dialect "${dialect.name}" has no channel`);
}

/** Every message of a channel that travels in this direction and has this id. */
export function message(owner: Channel, direction: Direction, id: string): Message {
  return named(owner[direction], id, `The channel "${owner.id}" has no message ${direction}`);
}

function named<T extends { id: string }>(all: readonly T[], id: string, missing: string): T {
  const found = all.find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = all.map((one) => one.id);
  throw new Error(`${missing} "${id}".${didYouMean(id, ids)}`);
}

function fileOf(name: string): string {
  return join(packageRoot(), 'specs', name, 'generated', 'dialect.json');
}

function readDialect(name: string): Dialect {
  const value: unknown = JSON.parse(readFileSync(fileOf(name), 'utf8'));
  if (isDialect(value, name)) return value;
  throw new Error(
    `specs/${name}/generated/dialect.json does not describe "${name}": run \`npm run generate\`, or install chatproof again.`,
  );
}

// The file is written by `npm run generate`, checked there in full and tested for drift; here only that it is that file.
function isDialect(value: unknown, name: string): value is Dialect {
  if (typeof value !== 'object' || value === null) return false;
  const lists = ['operations', 'channels', 'requirements', 'readings'];
  return (
    'name' in value && value.name === name && lists.every((list) => Array.isArray(Reflect.get(value, list)))
  );
}
