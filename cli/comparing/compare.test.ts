import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Report, Verdict } from '../../reports/model.ts';
import { sampleReport } from '../../reports/testing/sample.ts';
import { chatproof } from '../testing/chatproof.ts';

const folder = mkdtempSync(join(tmpdir(), 'chatproof-'));
let files = 0;

function file(content: unknown): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** The sample, with another verdict on its first requirement. */
function firstIs(verdict: Verdict): Report {
  const report = sampleReport();
  return {
    ...report,
    requirements: report.requirements.map((one, at) => (at === 0 ? { ...one, verdict } : one)),
  };
}

const [good, bad] = [file(firstIs('pass')), file(firstIs('fail'))];

it.each([
  ['the same twice', good, good, 0, '✓ nothing got worse'],
  ['a requirement that fails now', good, bad, 1, '✗ got worse: 1 worse'],
  ['a requirement that passes again', bad, good, 0, '1 better'],
])('compares %s', async (_, before, after, code, text) => {
  const said = await chatproof('diff', before, after);
  expect(said).toEqual({ code, out: expect.stringContaining(text), err: '' });
});

it('prints JSON when asked to', async () => {
  const { code, out } = await chatproof('diff', good, bad, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ worse: [{ before: 'pass', after: 'fail' }], better: [] });
});

it.each([
  ['a file that is not there', 'nowhere.json', 'The report nowhere.json cannot be read'],
  ['a file that is not JSON', file('<html>'), 'is not JSON: give the report.json of a run'],
  ['something else in JSON', file({ schema: 'other' }), 'is no report of chatproof: it must'],
])('says in one sentence what is wrong with %s', async (_, path, sentence) => {
  const said = await chatproof('diff', good, path);
  expect(said).toEqual({ code: 4, out: '', err: expect.stringContaining(sentence) });
  expect(said.err.trim().split('\n')).toHaveLength(1);
});
