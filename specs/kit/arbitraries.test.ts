import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryFrom, everyTwist, nearlyValid } from './arbitraries.ts';
import { accepts } from './compile.ts';
import type { JsonSchema } from './json-schema.ts';

const tagged: JsonSchema = {
  type: 'object',
  required: ['type', 'to'],
  properties: {
    type: { type: 'string', const: 'wool' },
    to: { type: 'string', format: 'uuid' },
    from: { type: 'string', format: 'email' },
    deep: { type: 'object', required: ['on'], properties: { on: { enum: ['True', 'False'] } } },
  },
};

const schemas: Record<string, JsonSchema> = {
  text: { type: 'string', minLength: 2, maxLength: 4 },
  pattern: { type: 'string', pattern: '^\\+[0-9]{6,12}$' },
  nullable: { type: ['string', 'null'], format: 'date-time' },
  numbers: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'number', minimum: 0, maximum: 1 } },
  tagged,
  alternatives: {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'integer' }, b: { type: 'string' }, c: { type: 'boolean' } },
    anyOf: [
      { type: 'object', required: ['b'] },
      { type: 'object', required: ['c'] },
    ],
  },
  map: { type: 'object', properties: { all: { type: 'string' } }, additionalProperties: { type: 'integer' } },
};

it.each(Object.entries(schemas))('makes values that the schema of %s accepts', (_, schema) => {
  fc.assert(
    fc.property(arbitraryFrom(schema), (value) => accepts(schema, value)),
    { seed: 4711, numRuns: 200 },
  );
});

it.each(Object.entries(schemas))('makes values that survive JSON, for %s', (_, schema) => {
  fc.assert(
    fc.property(arbitraryFrom(schema), (value) => {
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }),
    { seed: 4711, numRuns: 50 },
  );
});

it('twists a value by one step, and says by which', () => {
  const twists = fc.sample(nearlyValid(tagged), { seed: 4711, numRuns: 400 });
  const said = new Map(twists.map(({ twist, kind, valid }) => [twist, `${kind} ${valid}`]));
  expect(Object.fromEntries(said)).toMatchObject({
    '/to is missing': 'missing false',
    '/type is null': 'null false',
    '/deep/on is missing': 'missing false',
    '/from is empty': 'empty false',
    '/to is a number': 'wrong-type false',
    'the whole value has a field that nobody documents': 'extra true',
    'the whole value is an array': 'wrong-type false',
  });
});

it('knows every single step, and what it makes of a value', () => {
  const steps = everyTwist(tagged);
  expect(new Set(steps.map(({ twist }) => twist)).size).toBe(steps.length);
  for (const { kind, twist, values } of steps)
    for (const one of fc.sample(values, { seed: 4711, numRuns: 3 })) {
      expect(one).toMatchObject({ kind, twist });
      expect(one.valid).toBe(accepts(tagged, one.value));
    }
});

it('refuses a keyword that it does not know, with the place', () => {
  const schema: JsonSchema = { type: 'object', properties: { a: { type: 'integer', multipleOf: 3 } } };
  expect(() => arbitraryFrom(schema)).toThrow('the schema uses "multipleOf" at /properties/a,');
  expect(() => arbitraryFrom({ type: 'string', format: 'iri' })).toThrow(
    'The schema uses the format "iri" at /',
  );
});
