import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CheckOutcome } from '../../reports/model.ts';
import { applyBaseline, type Known, readBaseline, writeBaseline } from './baseline.ts';

const requirement = 'receipts.history.newest-first';
const signature = 'item <n> stands behind item <n>';
const known: Known = { requirement, signature, reason: 'Waits for the new index.' };
const selected = new Set([requirement]);
const today = new Date('2026-06-01');

function outcome(verdict: 'pass' | 'fail', seen = signature): CheckOutcome {
  const failure = {
    requirement,
    sent: '',
    expected: '',
    received: '',
    because: 'item 1 stands behind item 0',
    again: '',
    signature: seen,
    transcript: [],
  };
  return {
    id: 'receipts/x',
    dialect: 'receipts',
    file: 'x.check.ts',
    says: 'x',
    requires: [requirement],
    catches: [],
    verdict,
    verdicts: [{ requirement, verdict }],
    durationMs: 1,
    failures: verdict === 'fail' ? [failure] : [],
    fences: [],
    observed: [],
  };
}

it('turns a listed failure into a known one', () => {
  const { outcomes, problems } = applyBaseline([known], [outcome('fail')], today, selected);
  expect(outcomes.map(({ verdict, reason }) => ({ verdict, reason }))).toEqual([
    { verdict: 'known', reason: known.reason },
  ]);
  expect(problems).toEqual([]);
});

it('is red when a listed failure passes', () => {
  const { problems } = applyBaseline([known], [outcome('pass')], today, selected);
  expect(problems).toEqual([{ requirement, says: 'passes now: take it off the list' }]);
});

it('is red when a listed failure fails differently', () => {
  const { outcomes, problems } = applyBaseline(
    [known],
    [outcome('fail', 'the history is empty')],
    today,
    selected,
  );
  expect(outcomes[0]?.verdict).toBe('fail');
  expect(problems).toEqual([{ requirement, says: 'fails differently: the history is empty' }]);
});

it('is red when the entry has expired', () => {
  const { outcomes, problems } = applyBaseline(
    [{ ...known, expires: '2026-05-31' }],
    [outcome('fail')],
    today,
    selected,
  );
  expect(outcomes[0]?.verdict).toBe('fail');
  expect(problems).toEqual([{ requirement, says: 'expired on 2026-05-31' }]);
});

it('leaves alone what the run was not asked about', () => {
  expect(applyBaseline([known], [], today, new Set()).problems).toEqual([]);
});

it('writes what fails and keeps the reasons that it knows', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'chatproof-baseline-')), 'baseline.yaml');
  expect(writeBaseline(file, [{ ...known, expires: '2026-12-31' }], [outcome('fail')])).toBe(1);
  expect(readBaseline(file)).toEqual([{ ...known, expires: '2026-12-31' }]);
  expect(readFileSync(file, 'utf8')).toMatch(/^# Known failures/);
});

it.each([
  [
    'known: [{requirement: receipts.history.newest-frist, signature: s, reason: r}]',
    /There is no requirement "receipts\.history\.newest-frist"\. Did you mean "receipts\.history\.newest-first"\?/,
  ],
  [
    'known: [{requirement: receipts.history.newest-first, signature: s}]',
    /entry 1 has no "reason": add it\./,
  ],
  [
    'known: [{requirement: receipts.history.newest-first, signature: s, reason: r, expires: soon}]',
    /expires on "soon", which is no date/,
  ],
  ['[]', /has no list "known"/],
])('says what is wrong with %j', (text, complaint) => {
  const file = join(mkdtempSync(join(tmpdir(), 'chatproof-baseline-')), 'baseline.yaml');
  writeFileSync(file, text);
  expect(() => readBaseline(file)).toThrow(complaint);
});

it('says when there is no such file', () => {
  expect(() => readBaseline('no-such-baseline.yaml')).toThrow(
    'The baseline no-such-baseline.yaml does not exist: pass --update-baseline to write one.',
  );
});
