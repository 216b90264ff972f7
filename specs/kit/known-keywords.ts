import type { JsonSchema } from './json-schema.ts';
import { didYouMean } from './nearest.ts';

const UNDERSTOOD = [
  ...[
    'type',
    'properties',
    'required',
    'additionalProperties',
    'items',
    'minItems',
    'maxItems',
    'enum',
    'const',
  ],
  ...['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'oneOf', 'anyOf'],
];

// They say something about a value without narrowing it.
const REMARKS = [
  ...[
    'title',
    'description',
    'example',
    'examples',
    'default',
    'deprecated',
    'readOnly',
    'writeOnly',
    '$comment',
  ],
  ...['contentEncoding', 'contentMediaType'],
];

export interface UnknownKeyword {
  keyword: string;
  path: string;
}

/** Throws at the first keyword that the arbitraries would have to ignore. */
export function refuseUnknownKeywords(schema: JsonSchema): void {
  const unknown = unknownKeyword(schema);
  if (unknown !== undefined) throw new Error(unknownKeywordSentence(unknown));
}

export function unknownKeywordSentence({ keyword, path }: UnknownKeyword): string {
  const hint = didYouMean(keyword, UNDERSTOOD);
  return `the schema uses "${keyword}" at ${path || '/'}, which the arbitraries do not know.${hint} Teach it to specs/kit/values.ts, or say it in other words.`;
}

export function unknownKeyword(schema: JsonSchema, path = ''): UnknownKeyword | undefined {
  const keyword = Object.keys(schema).find((one) => !isKnown(one));
  if (keyword !== undefined) return { keyword, path };
  return inner(schema)
    .map(([key, one]) => unknownKeyword(one, `${path}/${key}`))
    .find((one) => one !== undefined);
}

function isKnown(keyword: string): boolean {
  return UNDERSTOOD.includes(keyword) || REMARKS.includes(keyword) || keyword.startsWith('x-');
}

function inner(schema: JsonSchema): [string, JsonSchema][] {
  const { properties = {}, oneOf = [], anyOf = [], items, additionalProperties: others } = schema;
  return [
    ...Object.entries(properties).map(([key, one]): [string, JsonSchema] => [`properties/${key}`, one]),
    ...oneOf.map((one, index): [string, JsonSchema] => [`oneOf/${index}`, one]),
    ...anyOf.map((one, index): [string, JsonSchema] => [`anyOf/${index}`, one]),
    ...(items === undefined ? [] : [['items', items] satisfies [string, JsonSchema]]),
    ...(typeof others === 'object' ? [['additionalProperties', others] satisfies [string, JsonSchema]] : []),
  ];
}
