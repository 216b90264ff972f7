// Values that are one step away from what a schema accepts, each with the step in words.
import fc from 'fast-check';
import { accepts } from './compile.ts';
import type { JsonSchema } from './json-schema.ts';
import { jsonType, typesOf } from './sentence.ts';
import { arbitraryFrom } from './values.ts';

export type Twist = 'missing' | 'wrong-type' | 'empty' | 'huge' | 'null' | 'extra';

export interface NearlyValid {
  value: unknown;
  kind: Twist;
  /** "/message is missing", "/message is null". */
  twist: string;
  /** Whether the schema accepts the value all the same, as it does with fields that it does not know. */
  valid: boolean;
}

/** A place in a value: the keys that lead to it, its schema, and whether it has to be there. */
interface Site {
  keys: string[];
  schema: JsonSchema;
  required: boolean;
}

interface Step {
  kind: Twist;
  says: string;
  /** The value to put there; without it the place is removed. */
  put?: (old: unknown) => unknown;
  site: Site;
}

const HUGE = 100_000;

/** A single step, and values that are this step away from valid ones. */
export interface TwistedBy {
  kind: Twist;
  twist: string;
  values: fc.Arbitrary<NearlyValid>;
}

export function nearlyValid(schema: JsonSchema): fc.Arbitrary<NearlyValid> {
  return fc.oneof(...everyTwist(schema).map(({ values }) => values));
}

/** Every single step, so that none is left to chance. */
export function everyTwist(schema: JsonSchema): TwistedBy[] {
  const steps = sitesOf({ keys: [], schema, required: true }).flatMap(stepsAt);
  const bases = arbitraryFrom(schema);
  return steps.map((step) => {
    const about = { kind: step.kind, twist: `${pointer(step.site)} ${step.says}` };
    const values = bases.map((base) => {
      const value = changed(base, step.site.keys, step.put);
      return { ...about, value, valid: accepts(schema, value) };
    });
    return { ...about, values };
  });
}

function sitesOf(site: Site): Site[] {
  const { keys, schema } = site;
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
    sitesOf({ keys: [...keys, key], schema: property, required: (schema.required ?? []).includes(key) }),
  );
  return [site, ...inner];
}

function stepsAt(site: Site): Step[] {
  const types = typesOf(site.schema);
  const steps: Step[] = [];
  const add = (kind: Twist, says: string, put?: (old: unknown) => unknown): void => {
    steps.push({ kind, says, site, ...(put && { put }) });
  };
  if (site.keys.length > 0 && site.required) add('missing', 'is missing');
  for (const { type, value, says } of OTHER_TYPES) {
    if (types.length > 0 && !types.includes(type)) add('wrong-type', `is ${says}`, () => value);
  }
  if (!types.includes('null')) add('null', 'is null', () => null);
  if (types.includes('string')) {
    add('empty', 'is empty', () => '');
    add('huge', `has ${HUGE} characters`, () => 'x'.repeat(HUGE));
  }
  if (types.includes('integer') || types.includes('number')) add('huge', 'is 1e308', () => 1e308);
  if (types.includes('array')) {
    add('empty', 'is an empty array', () => []);
    add('huge', 'has 1000 items', (old) => repeated(old));
  }
  if (types.includes('object')) {
    add('empty', 'is an empty object', () => ({}));
    add('extra', 'has a field that nobody documents', (old) => ({
      ...asObject(old),
      'x-undocumented': { deep: [1] },
    }));
  }
  return steps;
}

const OTHER_TYPES = [
  { type: 'string', value: 'a string', says: 'a string' },
  { type: 'number', value: 7.5, says: 'a number' },
  { type: 'boolean', value: true, says: 'a boolean' },
  { type: 'array', value: ['an', 'array'], says: 'an array' },
  { type: 'object', value: { an: 'object' }, says: 'an object' },
];

function repeated(old: unknown): unknown[] {
  const items: unknown[] = Array.isArray(old) && old.length > 0 ? old : [null];
  return Array.from({ length: 1000 }, (_, index) => items[index % items.length]);
}

function changed(value: unknown, keys: readonly string[], put: Step['put']): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return put?.(value);
  const { [key]: old, ...others } = asObject(value);
  if (rest.length > 0) return { ...others, [key]: changed(old, rest, put) };
  return put === undefined ? others : { ...others, [key]: put(old) };
}

function asObject(value: unknown): Record<string, unknown> {
  return jsonType(value) === 'object' ? Object.fromEntries(Object.entries(Object(value))) : {};
}

function pointer(site: Site): string {
  return site.keys.length === 0 ? 'the whole value' : `/${site.keys.join('/')}`;
}
