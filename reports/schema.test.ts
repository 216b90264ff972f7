import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { format } from './formats/json.ts';
import type { Report } from './model.ts';
import { hostileReport } from './testing/hostile.ts';
import { sampleReport } from './testing/sample.ts';

const schema: object = JSON.parse(readFileSync(new URL('./report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strict: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function problems(report: unknown): string[] {
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const written = (report: Report): unknown => JSON.parse(format.render(report, { colour: false, width: 80 }));

it.each([
  ['with every verdict', sampleReport()],
  ['full of hostile text', hostileReport()],
  [
    'without a result',
    sampleReport({ requirements: [], checks: [], dialects: [], endedEarly: 'interrupted' }),
  ],
])('describes a report %s', (_title, report) => {
  expect(problems(written(report))).toEqual([]);
});

it('is a view without loss', () => {
  expect(written(sampleReport())).toEqual(sampleReport());
  expect(written(hostileReport())).toEqual(hostileReport());
});

it('allows keys that it does not know', () => {
  expect(problems({ ...sampleReport(), later: 1 })).toEqual([]);
});

it('refuses what is no report', () => {
  expect(problems({ ...sampleReport(), schema: 'chatproof/report@2', seed: 'x' })).toEqual([
    '/schema must be equal to constant',
    '/seed must be integer',
  ]);
});
