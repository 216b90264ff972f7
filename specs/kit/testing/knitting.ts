// A small dialect that no document describes, for tests of the kit.
import type { Channel, Dialect, JsonSchema, Message } from '../dialect.ts';

function object(properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema {
  return { type: 'object', properties, required };
}

function message(id: string, schema: JsonSchema): Message {
  return {
    id,
    schema,
    examples: [],
    requirements: [],
    shape: `knitting.${id}.shape`,
    values: `knitting.${id}.values`,
  };
}

const instant: JsonSchema = { type: 'string', format: 'date-time' };

const wool = message(
  'wool',
  object({
    type: { const: 'wool', type: 'string' },
    colour: { type: 'string', enum: ['red', 'blue'] },
    at: instant,
  }),
);

const needle = message(
  'needle',
  object({
    type: { const: 'needle', type: 'string' },
    size: {
      type: 'number',
      minimum: 1,
      'x-requirement': 'knitting.needle.has-size',
      'x-value-requirement': 'knitting.needle.size-is-positive',
    },
    note: { type: ['string', 'null'], maxLength: 5 },
  }),
);

const rows = message('rows', { type: 'array', maxItems: 2, items: object({ stitch: { type: 'string' } }) });
const count = message('count', object({ rows: { type: 'integer' }, done: { type: 'boolean' } }));
const person = message(
  'person',
  object({ name: { type: 'string' }, online: { type: 'boolean' }, since: instant }),
);

const basket: Channel = {
  id: 'basket',
  address: '/basket/{id}/',
  parameters: ['id'],
  query: [],
  requirements: [],
  fromClient: [wool],
  fromServer: [wool, needle, rows, count, person],
};

export const knitting: Dialect = {
  name: 'knitting',
  title: 'knitting',
  document: { file: 'knitting.md', sha256: '0'.repeat(64), lines: 1 },
  operations: [
    {
      id: 'cast',
      method: 'POST',
      path: '/cast',
      parameters: [],
      request: {
        contentType: 'application/json',
        schema: object({ text: { type: 'string', minLength: 1 } }),
        required: true,
        examples: [],
      },
      answers: [
        {
          status: '200',
          schema: object({ id: { type: 'integer' } }),
          shape: 'knitting.cast.shape',
          examples: [],
        },
        { status: '204', examples: [] },
        {
          status: '4XX',
          schema: object({ error: { type: 'string' } }),
          shape: 'knitting.cast.error',
          examples: [],
        },
      ],
      requirements: [],
      secured: true,
    },
  ],
  channels: [basket],
  requirements: [],
  readings: [],
};
