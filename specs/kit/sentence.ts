// One error of the validator as a sentence for people, without a full stop.
import type { ErrorObject } from './compile.ts';
import type { JsonSchema } from './json-schema.ts';

const TYPES: Readonly<Record<string, string>> = {
  null: 'null',
  boolean: 'a boolean',
  integer: 'an integer',
  number: 'a number',
  string: 'a string',
  array: 'an array',
  object: 'an object',
};

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'an ISO 8601 instant with a zone',
  date: 'a date (YYYY-MM-DD)',
  time: 'a time with a zone',
  uuid: 'a UUID',
  email: 'an e-mail address',
  uri: 'a URL with its scheme',
  'uri-reference': 'a URL or a path',
};

export function typeMismatch(error: ErrorObject): boolean {
  return error.keyword === 'type';
}

export function sentence(error: ErrorObject, whole: string): string {
  const subject = error.instancePath === '' ? whole : error.instancePath;
  const parent: JsonSchema = error.parentSchema ?? {};
  const limit = String(error.params['limit']);
  const is = `${subject} is ${show(error.data)}`;
  switch (error.keyword) {
    case 'required':
      return `${error.instancePath}/${String(error.params['missingProperty'])} is missing`;
    case 'type':
      return `${is}${typeNoted(error.data)}; ${documentedTypes(parent)} is documented`;
    case 'const':
      return `${is}; ${show(parent.const)} is documented`;
    case 'enum':
      return `${is}; ${or((parent.enum ?? []).map(show))} is documented`;
    case 'format':
      return `${is}, which is not ${FORMATS[String(parent.format)] ?? `of the format ${String(parent.format)}`}`;
    case 'pattern':
      return `${is}, which does not match ${String(parent.pattern)}`;
    case 'minLength':
    case 'maxLength':
      return `${subject} has ${count([...String(error.data)].length, 'character')}; ${bound(error)} ${limit} is documented`;
    case 'minItems':
    case 'maxItems':
      return `${subject} has ${count(Array.isArray(error.data) ? error.data.length : 0, 'item')}; ${bound(error)} ${limit} is documented`;
    case 'minimum':
    case 'maximum':
      return `${is}; ${bound(error)} ${limit} is documented`;
    case 'matches-several':
      return `${is}, which fits more than one of the documented alternatives`;
    default:
      return `${is}: it ${error.message ?? 'is not as documented'}`;
  }
}

function bound(error: ErrorObject): string {
  return error.keyword.startsWith('min') ? 'at least' : 'at most';
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function documentedTypes(schema: JsonSchema): string {
  const types = typesOf(schema).map((type) => TYPES[type] ?? type);
  return types.length === 0 ? 'another shape' : or([...new Set(types)]);
}

/** The JSON types that a schema allows, also through its alternatives. */
export function typesOf(schema: JsonSchema): string[] {
  if (schema.type !== undefined) return typeof schema.type === 'string' ? [schema.type] : [...schema.type];
  if (schema.const !== undefined) return [jsonType(schema.const)];
  if (schema.enum !== undefined) return [...new Set(schema.enum.map(jsonType))];
  return [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap(typesOf);
}

export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function typeNoted(value: unknown): string {
  return value === null || value === undefined ? '' : `, ${TYPES[jsonType(value)] ?? jsonType(value)}`;
}

function or(words: readonly string[]): string {
  const last = words.at(-1) ?? 'nothing';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

const SHOWN = 60;

function show(value: unknown): string {
  const whole = value === undefined ? 'missing' : JSON.stringify(value);
  return whole.length > SHOWN ? `${whole.slice(0, SHOWN - 1)}…` : whole;
}
