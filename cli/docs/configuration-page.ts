// docs/configuration.md: every key of the configuration file, from its published schema.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';
import { row } from './markdown.ts';

interface Schema {
  description?: string;
  type?: string;
  enum?: string[];
  const?: unknown;
  $ref?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  oneOf?: Schema[];
  $defs?: Record<string, Schema>;
}

export function configurationPage(): string {
  const root: Schema = JSON.parse(readFileSync(join(packageRoot(), 'cli/config/config.schema.json'), 'utf8'));
  const config = root.$defs?.['config']?.properties ?? {};
  const rows = Object.entries(config).flatMap(([key, schema]) => rowsOf(key, resolved(schema, root), root));
  return `${[
    '# Configuration',
    'chatproof reads `chatproof.config.yaml` (or `.yml`, `.json`) in the current folder, or the file that `--config` names.\nThe command line wins over the file. A key that does not exist is an error that names the nearest one that does; editors\nfind the schema in the package: `chatproof/config.schema.json`.',
    '```yaml\ndialects: [receipts]\ntarget: http://127.0.0.1:8000\nprovision: python3 chatproof/provision.py\nlevel: should\nbaseline: chatproof/baseline.yaml\n\n# One file for several servers: what is below `targets` belongs to one dialect.\ntargets:\n  threads: { target: http://127.0.0.1:9000, people: people.json }\n```',
    [row(['key', 'value', 'what it says']), row(['---', '---', '---']), ...rows].join('\n'),
    'A token travels in one of these ways, which `auth.http` and `auth.ws` choose:',
    "```yaml\nauth:\n  http: { header: Authorization, value: 'Token {token}' }\n  ws: { query: token }                       # or { cookie: sessionid }\n  # ws: { subprotocol: [Bearer, '{token}'] }   # or none\n```",
  ].join('\n\n')}\n`;
}

function rowsOf(key: string, schema: Schema, root: Schema): string[] {
  const own = row([`\`${key}\``, kindOf(schema), schema.description ?? '']);
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    rowsOf(`${key}.${name}`, resolved(one, root), root),
  );
  const items =
    schema.items === undefined ? [] : Object.entries(resolved(schema.items, root).properties ?? {});
  const listed = items.flatMap(([name, one]) => rowsOf(`${key}[].${name}`, resolved(one, root), root));
  return [own, ...inner, ...listed];
}

function resolved(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = schema.$ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      root,
    );
  if (typeof found !== 'object' || found === null)
    throw new Error(`config.schema.json has a dangling ${schema.$ref}.`);
  const { $ref: _, ...rest } = schema;
  return { ...found, ...rest };
}

function kindOf({ type, enum: choice, oneOf, items, additionalProperties, properties }: Schema): string {
  if (choice !== undefined) return choice.map((one) => `\`${one}\``).join(', ');
  if (oneOf !== undefined) return 'see below';
  if (type === 'array')
    return `list of ${items?.type === 'object' ? 'objects' : `${items?.type ?? 'value'}s`}`;
  if (type === 'object' && properties === undefined && additionalProperties !== undefined) return 'object';
  if (type === 'integer') return 'whole number';
  return type ?? 'object';
}
