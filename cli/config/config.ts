// The configuration file: read, validated against its published schema, and given a type.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { parseDocument } from 'yaml';
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import type { Profile } from '../../suites/kit/context.ts';

export type CarrierConfig =
  | { header: string; value?: string }
  | { query: string }
  | { cookie: string }
  | { subprotocol: string[] }
  | 'none';

export interface ContainerConfig {
  image?: string;
  build?: string;
  ports?: number[];
  env?: Record<string, string>;
  command?: string[];
  wait?: string;
  mounts?: string[];
  services?: {
    name: string;
    image: string;
    command?: string[];
    env?: Record<string, string>;
    wait?: string;
  }[];
  restart?: boolean;
}

export interface LifecycleConfig {
  start?: string;
  ready?: string;
  stop?: string;
  restart?: string;
  container?: ContainerConfig;
  compose?: string;
}

export interface TargetConfig {
  target?: string;
  ws?: string;
  people?: string;
  provision?: string;
  paths?: Record<string, string>;
  headers?: { http?: Record<string, string>; ws?: Record<string, string> };
  auth?: { http?: CarrierConfig; ws?: CarrierConfig };
  accepts?: string[];
  capabilities?: { offers?: string[]; lacks?: string[] };
  lifecycle?: LifecycleConfig;
}

export interface Config extends TargetConfig {
  dialects?: string[];
  targets?: Record<string, TargetConfig>;
  only?: string[];
  skip?: string[];
  level?: 'must' | 'should' | 'may';
  profile?: Profile;
  minutes?: number;
  seed?: number;
  patience?: number;
  concurrency?: number;
  baseline?: string;
  report?: string;
  formats?: string[];
  load?: { thresholds?: Record<string, string[]> };
}

const usualNames = ['chatproof.config.yaml', 'chatproof.config.yml', 'chatproof.config.json'];

/** The file that --config names, else the one in this folder, else nothing. */
export function loadConfig(file?: string): Config {
  const found = file ?? usualNames.find((name) => existsSync(name));
  return found === undefined ? {} : readConfig(readText(found), found);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`The configuration ${file} cannot be read: check the path given to --config.`);
  }
}

/** YAML is a superset of JSON, so one reader serves both. */
export function readConfig(text: string, file: string): Config {
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? 1;
    throw new UsageError(
      `${file}:${line} is not YAML: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? error.code}.`,
    );
  }
  const value: unknown = document.toJS() ?? {};
  if (validate(value)) return value;
  throw new UsageError(complaint(validate.errors ?? [], file));
}

const schema: { $defs: Record<string, { properties?: Record<string, unknown> }> } = JSON.parse(
  readFileSync(join(packageRoot(), 'cli/config/config.schema.json'), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, verbose: true }).compile<Config>(
  schema,
);

function complaint(errors: readonly ErrorObject[], file: string): string {
  const unknown = errors.find(({ keyword }) => keyword === 'additionalProperties');
  if (unknown !== undefined) {
    const key = String(unknown.params['additionalProperty']);
    const where =
      unknown.instancePath === '' ? '' : ` in ${unknown.instancePath.slice(1).replaceAll('/', '.')}`;
    return `${file} has an unknown key "${key}"${where}.${didYouMean(key, keysAt(unknown))}`;
  }
  const [first] = errors;
  const where = first?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  const allowed = Array.isArray(first?.params['allowedValues'])
    ? ` (${first.params['allowedValues'].join(', ')})`
    : '';
  return `${file} has a wrong value at "${where}": it ${first?.message ?? 'does not fit'}${allowed}.`;
}

/** The keys that the schema allows where an unknown one was found. */
function keysAt({ schemaPath, parentSchema }: ErrorObject): string[] {
  const properties: unknown = parentSchema?.['properties'];
  if (typeof properties === 'object' && properties !== null) return Object.keys(properties);
  const name = /#\/\$defs\/(\w+)\//.exec(schemaPath)?.[1] ?? 'config';
  return Object.keys(schema.$defs[name]?.properties ?? {});
}
