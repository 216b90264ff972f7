// One Ajv for all dialects; a schema is compiled when it is first needed.
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonSchema } from './json-schema.ts';

export type { ErrorObject };

const ajv = new Ajv.default({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
  verbose: true,
  // The schemas are checked by the official parsers when they are generated.
  validateSchema: false,
});
addFormats.default(ajv);
ajv.addVocabulary(['example', 'xml', 'externalDocs', 'discriminator']);

const compiled = new WeakMap<JsonSchema, ValidateFunction>();

export function compile(schema: JsonSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  allowExtensions(schema);
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

export function errorsOf(schema: JsonSchema, value: unknown): ErrorObject[] {
  const validate = compile(schema);
  return validate(value) ? [] : [...(validate.errors ?? [])];
}

export function accepts(schema: JsonSchema, value: unknown): boolean {
  return compile(schema)(value);
}

const allowed = new Set<string>();

// Ajv's strict mode wants to know each `x-…` keyword by its name.
function allowExtensions(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('x-') && !allowed.has(key)) {
      ajv.addKeyword(key);
      allowed.add(key);
    }
    allowExtensions(inner);
  }
}
