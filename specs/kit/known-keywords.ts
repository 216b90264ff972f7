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

/** Throws at the first keyword that the arbitraries would have to ignore. */
export function refuseUnknownKeywords(schema: JsonSchema, path: string): void {
  for (const keyword of Object.keys(schema)) {
    if (UNDERSTOOD.includes(keyword) || REMARKS.includes(keyword) || keyword.startsWith('x-')) continue;
    throw new Error(
      `The schema uses "${keyword}" at ${path || '/'}: the arbitraries do not know it.${didYouMean(keyword, UNDERSTOOD)} Teach it to specs/kit/values.ts, or say it in other words.`,
    );
  }
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    refuseUnknownKeywords(inner, `${path}/properties/${key}`);
  }
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    for (const [index, inner] of (schema[keyword] ?? []).entries()) {
      refuseUnknownKeywords(inner, `${path}/${keyword}/${index}`);
    }
  }
  if (schema.items !== undefined) refuseUnknownKeywords(schema.items, `${path}/items`);
  if (typeof schema.additionalProperties === 'object') {
    refuseUnknownKeywords(schema.additionalProperties, `${path}/additionalProperties`);
  }
}
