import { expect, it } from 'vitest';
import type { JsonSchema } from './json-schema.ts';
import { violationsOf } from './violations.ts';

const alternatives: JsonSchema = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      oneOf: [
        { type: 'string', format: 'uri' },
        {
          type: 'object',
          required: ['url', 'size'],
          properties: { url: { type: 'string' }, size: { type: 'integer' } },
        },
        { type: 'null' },
      ],
      'x-requirement': 'knitting.file.shape',
    },
  },
};

function said(schema: JsonSchema, value: unknown): string[] {
  return violationsOf(schema, value, { whole: 'the frame' }).map(({ says }) => says);
}

it.each([
  [{ file: { url: 'a' } }, ['/file/size is missing']],
  [{ file: 'nowhere' }, ['/file is "nowhere", which is not a URL with its scheme']],
  [{ file: 7 }, ['/file is 7, a number; a string, an object or null is documented']],
  [{ file: null }, []],
])('of several alternatives judges by the nearest: %j', (value, expected) => {
  expect(said(alternatives, value)).toEqual(expected);
});

it('blames the requirement of a field that fits none of its alternatives', () => {
  expect(
    violationsOf(alternatives, { file: 7 }, { whole: 'the frame', shape: 'other' })[0]?.requirement,
  ).toBe('knitting.file.shape');
});

it('says nothing about the value of a field that has the wrong type', () => {
  const schema: JsonSchema = { type: 'object', properties: { a: { type: 'string', const: 'x' } } };
  expect(said(schema, { a: 1 })).toEqual(['/a is 1, a number; a string is documented']);
});

it('calls the whole value by its name and cuts what is long', () => {
  expect(said({ type: 'array' }, 'z'.repeat(100))).toEqual([
    `the frame is "${'z'.repeat(58)}…, a string; an array is documented`,
  ]);
});

it('writes keys with slashes as JSON pointers', () => {
  const schema: JsonSchema = { type: 'object', required: ['a/b'], properties: { 'a/b': {} } };
  expect(violationsOf(schema, {}, { whole: 'it' })[0]?.where).toBe('/a~1b');
});
