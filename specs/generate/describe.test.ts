import { expect, it } from 'vitest';
import { operation } from '../kit/dialect.ts';
import { describe } from './describe.ts';
import { type SpecFile, specFolder } from './testing/spec-folder.ts';

it('describes a dialect from its three files', async () => {
  const dialect = await describe(specFolder());
  expect(dialect).toMatchObject({
    name: 'knitting',
    document: { file: 'knitting.md', lines: 40 },
    readings: [{ id: 'knitting.readings.order', text: 'Rows are ordered by sending.' }],
  });
  expect(dialect.requirements.map(({ says, needs, wire }) => ({ says, needs, wire }))).toEqual([
    { says: 'Rows arrive in the order in which they were knitted.', needs: [], wire: true },
    { says: 'Knitting answers 200.', needs: ['wool'], wire: true },
  ]);
});

it('takes an operation with its path parameters, dereferenced body, answers and whether it wants a token', async () => {
  const dialect = await describe(specFolder());
  const row = {
    type: 'object',
    required: ['stitch'],
    properties: { stitch: { type: 'string', 'x-value-requirement': 'knitting.rows.in-order' } },
  };
  expect(operation(dialect, 'changeRow')).toEqual({
    id: 'changeRow',
    summary: 'Knit a row again.',
    method: 'PUT',
    path: '/rows/{row}',
    parameters: [{ name: 'row', in: 'path', required: true, schema: { type: 'integer' }, example: 3 }],
    request: { contentType: 'application/json', schema: row, required: true, examples: [{ stitch: 'purl' }] },
    answers: [
      {
        status: '200',
        contentType: 'application/json',
        schema: row,
        shape: 'knitting.rows.answers-200',
        examples: [{ stitch: 'purl' }],
      },
    ],
    requirements: ['knitting.rows.answers-200'],
    secured: true,
  });
  expect(operation(dialect, 'showPattern').secured).toBe(false);
});

it('takes a channel with the frames of both directions; an operation without messages stands for all of them', async () => {
  const [channel] = (await describe(specFolder())).channels;
  expect(channel).toMatchObject({
    id: 'basket',
    address: '/basket/{id}/',
    parameters: ['id'],
    query: ['token'],
  });
  expect(channel?.fromClient.map(({ id }) => id)).toEqual(['row']);
  expect(channel?.fromServer.map(({ id, shape, requirements }) => ({ id, shape, requirements }))).toEqual([
    { id: 'row', shape: undefined, requirements: ['knitting.rows.in-order'] },
    {
      id: 'ready',
      shape: 'knitting.rows.in-order',
      requirements: ['knitting.rows.answers-200', 'knitting.rows.in-order'],
    },
  ]);
  expect(JSON.stringify(channel)).not.toContain('x-parser');
});

const BROKEN: [string, SpecFile, string, string, string][] = [
  ['broken YAML', 'openapi.yaml', 'paths:', '"paths: [', 'openapi.yaml:4: this is not YAML: '],
  [
    'a key given twice',
    'requirements.yaml',
    '    says: Knitting',
    '    level: may\n    says: Knitting',
    'requirements.yaml:21: this is not YAML: Map keys must be unique. Mend this line.',
  ],
  [
    'an unknown key',
    'requirements.yaml',
    '    needs: [wool]',
    '    neds: [wool]',
    'requirements.yaml:23: the key "neds" is not known here. Did you mean "needs"?',
  ],
  [
    'a missing key',
    'requirements.yaml',
    '    source: knitting.md:9\n',
    '',
    'requirements.yaml:18: "requirements.1" has no "source": add it.',
  ],
  [
    'an unknown level',
    'requirements.yaml',
    'level: should',
    'level: shold',
    'requirements.yaml:19: "requirements.1.level" is "shold". Did you mean "should"?',
  ],
  [
    'a malformed id',
    'requirements.yaml',
    'id: knitting.rows.answers-200',
    'id: knitting.Rows',
    'requirements.yaml:18: "requirements.1.id" is "knitting.Rows": it must match pattern',
  ],
  [
    'an id given twice',
    'requirements.yaml',
    'id: knitting.rows.answers-200',
    'id: knitting.rows.in-order',
    'requirements.yaml:18: the id "knitting.rows.in-order" is already on line 8: give this entry an id of its own.',
  ],
  [
    'a reference that leads nowhere',
    'asyncapi.yaml',
    "payload: { $ref: '#/components/schemas/Row' }",
    "payload: { $ref: '#/components/schemas/Rwo' }",
    'asyncapi.yaml:29: "#/components/schemas/Rwo" leads nowhere: there is no "Rwo". Did you mean "Row"?',
  ],
  [
    'a reference into another file',
    'openapi.yaml',
    "'#/components/schemas/Row'",
    "'other.yaml#/Row'",
    'openapi.yaml:16: "other.yaml#/Row" leads out of this file',
  ],
  [
    'an unknown requirement',
    'openapi.yaml',
    'x-shape: knitting.rows.answers-200',
    'x-shape: knitting.rows.answers-20',
    'openapi.yaml:21: there is no requirement "knitting.rows.answers-20". Did you mean "knitting.rows.answers-200"?',
  ],
  [
    'an operation without an id',
    'openapi.yaml',
    '      operationId: showPattern\n',
    '',
    'openapi.yaml:29: GET /pattern has no operationId',
  ],
  [
    'a schema keyword that nobody knows',
    'asyncapi.yaml',
    '        stitch: { type: string }',
    '        stitch: { type: string, description: purl, or knit }',
    'asyncapi.yaml:42: the schema uses "or knit" at /properties/stitch',
  ],
  [
    'what OpenAPI forbids',
    'openapi.yaml',
    'description: A page.',
    'descripton: A page.',
    'openapi.yaml:1: the OpenAPI parser refuses it: ',
  ],
  [
    'what AsyncAPI forbids',
    'asyncapi.yaml',
    'action: send',
    'action: shout',
    'asyncapi.yaml:22: the AsyncAPI parser says: ',
  ],
];

it.each(BROKEN)('says in one sentence where there is %s', async (_, file, before, after, sentence) => {
  const problem = await describe(specFolder(file, before, after)).catch((error: unknown) => error);
  expect(problem).toMatchObject({ name: 'UsageError' });
  expect(String(problem)).toContain(sentence);
  expect(String(problem)).not.toContain('\n');
});
