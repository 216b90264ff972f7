// fast-check arbitraries from exactly the JSON Schema keywords that the specs use; any other keyword is refused.
import fc from 'fast-check';
import type { JsonSchema } from './json-schema.ts';
import { refuseUnknownKeywords } from './known-keywords.ts';
import { jsonType, typesOf } from './sentence.ts';
import { stringsFrom } from './strings.ts';

/** Values that the schema accepts. */
export function arbitraryFrom(schema: JsonSchema): fc.Arbitrary<unknown> {
  refuseUnknownKeywords(schema);
  return valuesOf(schema, '');
}

function valuesOf(schema: JsonSchema, path: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum.filter((one) => hasType(schema, one)));
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives !== undefined) {
    const keyword = schema.oneOf === undefined ? 'anyOf' : 'oneOf';
    return fc.oneof(
      ...alternatives.map((one, index) => valuesOf(within(schema, one), `${path}/${keyword}/${index}`)),
    );
  }
  const types = typesOf(schema);
  if (types.length === 0) return fc.jsonValue({ maxDepth: 2 });
  return fc.oneof(...types.map((type) => ofType(type, schema, path)));
}

// What stands beside the alternatives holds for each of them.
function within(schema: JsonSchema, alternative: JsonSchema): JsonSchema {
  const { oneOf: _one, anyOf: _any, ...beside } = schema;
  const properties = { ...beside.properties, ...alternative.properties };
  const required = [...new Set([...(beside.required ?? []), ...(alternative.required ?? [])])];
  const isObject = Object.keys(properties).length > 0;
  return { ...beside, ...alternative, ...(isObject ? { properties, required } : {}) };
}

function ofType(type: string, schema: JsonSchema, path: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 - 1 });
    case 'number':
      return numbersOf(schema);
    case 'string':
      return stringsFrom(schema, path);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, `${path}/items`), {
        minLength: schema.minItems ?? 0,
        ...(schema.maxItems === undefined ? {} : { maxLength: schema.maxItems }),
      });
    default:
      return objectsOf(schema, path);
  }
}

function numbersOf(schema: JsonSchema): fc.Arbitrary<number> {
  const min = schema.minimum ?? -1e9;
  const max = schema.maximum ?? 1e9;
  // JSON has no minus zero: it would not come back as it was sent.
  return fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
}

function objectsOf(schema: JsonSchema, path: string): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const model = Object.fromEntries(
    properties.map(([key, inner]) => [key, valuesOf(inner, `${path}/properties/${key}`)]),
  );
  const documented = fc.record(model, {
    requiredKeys: (schema.required ?? []).filter((key) => key in model),
  });
  const others = schema.additionalProperties;
  if (typeof others !== 'object') return documented;
  const free = fc
    .string({ minLength: 1, maxLength: 12 })
    .filter((key) => !(key in model) && key !== '__proto__');
  const extra = fc.dictionary(free, valuesOf(others, `${path}/additionalProperties`), {
    maxKeys: 4,
    noNullPrototype: true,
  });
  return fc.tuple(documented, extra).map(([own, more]) => ({ ...more, ...own }));
}

function hasType(schema: JsonSchema, value: unknown): boolean {
  if (schema.type === undefined) return true;
  const type = jsonType(value);
  const allowed = typesOf(schema);
  return allowed.includes(type) || (Number.isInteger(value) && allowed.includes('integer'));
}
