// A small, correct dialect in a folder of its own, for tests that break one line of it.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SpecFile = 'openapi.yaml' | 'asyncapi.yaml' | 'requirements.yaml';

const FILES: Record<SpecFile, string> = {
  'openapi.yaml': `openapi: 3.1.0
info: { title: knitting, version: 1.0.0, license: { name: MIT, identifier: MIT } }
security: [{ bearer: [] }]
paths:
  /rows/{row}:
    parameters:
      - { name: row, in: path, required: true, schema: { type: integer }, example: 3 }
    put:
      operationId: changeRow
      summary: Knit a row again.
      x-requirements: [knitting.rows.answers-200]
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Row' }
            example: { stitch: purl }
      responses:
        '200':
          description: Knitted.
          x-shape: knitting.rows.answers-200
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Row' }
              examples:
                row: { value: { stitch: purl } }
  /pattern:
    get:
      operationId: showPattern
      security: []
      x-requirements: [knitting.rows.answers-200]
      responses:
        '200': { description: A page. }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
  schemas:
    Row:
      type: object
      required: [stitch]
      properties:
        stitch: { type: string, x-value-requirement: knitting.rows.in-order }
`,
  'asyncapi.yaml': `asyncapi: 3.0.0
info: { title: knitting, version: 1.0.0 }
channels:
  basket:
    address: /basket/{id}/
    description: Wool and rows.
    parameters:
      id: { description: Whose basket. }
    bindings:
      ws:
        query: { type: object, properties: { token: { type: string } } }
    x-requirements: [knitting.rows.in-order]
    messages:
      row: { $ref: '#/components/messages/row' }
      ready: { $ref: '#/components/messages/ready' }
operations:
  knit:
    action: receive
    channel: { $ref: '#/channels/basket' }
    messages: [{ $ref: '#/channels/basket/messages/row' }]
  announce:
    action: send
    channel: { $ref: '#/channels/basket' }
    x-requirements: [knitting.rows.in-order]
components:
  messages:
    row:
      title: A row
      payload: { $ref: '#/components/schemas/Row' }
      x-requirements: [knitting.rows.in-order]
      examples: [{ name: purl, payload: { stitch: purl } }]
    ready:
      payload: { type: array, items: { $ref: '#/components/schemas/Row' } }
      x-requirements: [knitting.rows.answers-200]
      x-shape: knitting.rows.in-order
      examples: [{ name: none, payload: [] }]
  schemas:
    Row:
      type: object
      required: [stitch]
      properties:
        stitch: { type: string }
`,
  'requirements.yaml': `document: { file: knitting.md, sha256: ${'a'.repeat(64)}, lines: 40 }
readings:
  - id: knitting.readings.order
    topic: Order
    source: knitting.md:3
    text: Rows are ordered by sending.
requirements:
  - id: knitting.rows.in-order
    level: must
    evidence: stated
    says: >-
      Rows arrive in the order
      in which they were knitted.
    source: knitting.md:3-5, knitting.md:9
    reading: By sending.
    accepts:
      - { name: rows-reversed, says: Last to first. }
  - id: knitting.rows.answers-200
    level: should
    evidence: implied
    says: Knitting answers 200.
    source: knitting.md:9
    needs: [wool]
`,
};

/** Writes the dialect, with one text in one file replaced, and returns its folder. */
export function specFolder(file?: SpecFile, before = '', after = ''): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'chatproof-')), 'knitting');
  mkdirSync(folder);
  for (const [name, content] of Object.entries(FILES)) {
    if (name === file && !content.includes(before)) throw new Error(`${name} does not hold "${before}".`);
    writeFileSync(join(folder, name), name === file ? content.replace(before, after) : content);
  }
  return folder;
}
