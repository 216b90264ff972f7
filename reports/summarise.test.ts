import { expect, it } from 'vitest';
import type { CheckOutcome, RequirementResult, Verdict } from './model.ts';
import { type CatalogueEntry, judgeRequirements, summarise } from './summarise.ts';

const entry = (id: string, change: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id,
  level: 'must',
  evidence: 'stated',
  says: 'It does.',
  source: 'receipts.md:1',
  ...change,
});

const outcome = (id: string, verdict: Verdict, reason?: string): CheckOutcome => ({
  id: `receipts/x.check.ts/${verdict} ${id}`,
  dialect: 'receipts',
  file: 'suites/receipts/x.check.ts',
  says: 'It does.',
  requires: [id],
  catches: [],
  verdict,
  verdicts: [{ requirement: id, verdict }],
  durationMs: 1,
  failures: [],
  fences: [],
  observed: [],
  ...(reason === undefined ? {} : { reason }),
});

const A = 'receipts.history.a';
const judgeA = (verdicts: Verdict[], change: Partial<CatalogueEntry> = {}) =>
  judgeRequirements({
    dialect: 'receipts',
    requirements: [entry(A, change)],
    checks: verdicts.map((verdict) => outcome(A, verdict, `because ${verdict}`)),
    level: 'should',
  })[0];

it.each<[Verdict[], Verdict]>([
  [['pass'], 'pass'],
  [['pass', 'inapplicable'], 'pass'],
  [['pass', 'inconclusive'], 'inconclusive'],
  [['inconclusive', 'known', 'pass'], 'known'],
  [['known', 'fail', 'inconclusive'], 'fail'],
  [['fail', 'harness-error'], 'harness-error'],
  [['warn', 'pass'], 'fail'],
  [['inapplicable'], 'inapplicable'],
])('judges a requirement by the worst of its checks: %j is %s', (verdicts, expected) => {
  expect(judgeA(verdicts)?.verdict).toBe(expected);
});

it.each<[RequirementResult['level'], RequirementResult['level'], Verdict]>([
  ['must', 'must', 'fail'],
  ['should', 'must', 'warn'],
  ['may', 'should', 'warn'],
  ['may', 'may', 'fail'],
])('takes a failure at %s, gated at %s, as %s', (level, gate, expected) => {
  const requirements = [entry(A, { level })];
  const checks = [outcome(A, 'fail')];
  const [result] = judgeRequirements({ dialect: 'receipts', requirements, checks, level: gate });
  expect(result?.verdict).toBe(expected);
});

it('keeps the reason of what was not judged, and the ids of the checks that decided', () => {
  expect(judgeA(['pass', 'inconclusive'])).toMatchObject({
    area: 'history',
    reason: 'because inconclusive',
    checks: ['receipts/x.check.ts/inconclusive receipts.history.a'],
  });
  expect(judgeA(['pass'])).not.toHaveProperty('reason');
});

it.each<[string, Partial<CatalogueEntry>, object]>([
  ['at all', {}, { verdict: 'inconclusive', reason: 'No check judged it.' }],
  [
    'because it is untested',
    { untested: 'the document has no content' },
    { verdict: 'inapplicable', reason: 'No check covers it: the document has no content' },
  ],
  [
    'because the target lacks what it needs',
    { needs: ['groups'] },
    { verdict: 'inapplicable', reason: 'The target declares that it does not offer groups.' },
  ],
])('says why a requirement was not judged %s', (_title, change, expected) => {
  const requirements = [entry(A, change)];
  const lacks = ['groups'];
  const [result] = judgeRequirements({
    dialect: 'receipts',
    requirements,
    checks: [],
    level: 'should',
    lacks,
  });
  expect(result).toMatchObject({ ...expected, checks: [] });
});

it('names the early end as the reason for what was never judged', () => {
  const [result] = judgeRequirements({
    dialect: 'receipts',
    requirements: [entry(A)],
    checks: [],
    level: 'should',
    endedEarly: 'interrupted by Ctrl-C.',
  });
  expect(result?.reason).toBe('No check judged it, because the run ended early: interrupted by Ctrl-C.');
});

it('leaves out what it was not asked about, and what other dialects say', () => {
  const checks = [outcome('receipts.edit.other', 'fail'), { ...outcome(A, 'fail'), dialect: 'rooms' }];
  const results = judgeRequirements({
    dialect: 'receipts',
    requirements: [entry(A)],
    checks,
    level: 'should',
  });
  expect(results.map(({ id, verdict }) => [id, verdict])).toEqual([[A, 'inconclusive']]);
});

const stale = [{ requirement: A, says: 'passes now' }];

it.each<[string, Verdict[], Partial<Parameters<typeof summarise>[1]>, string, number]>([
  ['everything passes', ['pass', 'pass'], {}, 'conformant', 0],
  ['what fails is below the gate', ['pass', 'warn'], {}, 'conformant', 0],
  ['what fails is known', ['known'], {}, 'conformant', 0],
  ['one fails', ['pass', 'fail', 'inconclusive', 'harness-error'], {}, 'not conformant', 1],
  ['the baseline is stale', ['pass'], { baselineProblems: stale }, 'not conformant', 1],
  ['the harness broke', ['pass', 'inconclusive', 'harness-error'], {}, 'harness error', 5],
  [
    'the harness broke and the baseline is stale',
    ['harness-error'],
    { baselineProblems: stale },
    'not conformant',
    1,
  ],
  ['one could not be judged', ['pass', 'inconclusive'], {}, 'inconclusive', 2],
  ['none was judged', [], {}, 'inconclusive', 2],
  ['none applies', ['inapplicable'], {}, 'inconclusive', 2],
  ['nobody answered', ['fail'], { unreachable: true }, 'unreachable', 3],
])('sums up a run in which %s', (_title, verdicts, options, verdict, exitCode) => {
  const results = verdicts.map((one, i) => result(`receipts.x.r${i}`, one));
  expect(summarise(results, { level: 'should', ...options })).toMatchObject({ verdict, exitCode });
});

function result(id: string, verdict: Verdict, level: RequirementResult['level'] = 'must'): RequirementResult {
  return { ...entry(id, { level }), dialect: 'receipts', area: 'x', verdict, checks: [] };
}

it('does not wait for what is below the gate', () => {
  const results = [result('receipts.x.a', 'pass'), result('receipts.x.b', 'inconclusive', 'may')];
  expect(summarise(results, { level: 'should' }).verdict).toBe('conformant');
  expect(summarise(results, { level: 'may' }).verdict).toBe('inconclusive');
});

it('is inconclusive when only requirements below must were judged', () => {
  expect(summarise([result('receipts.x.a', 'pass', 'should')], { level: 'should' }).verdict).toBe(
    'inconclusive',
  );
});

it('counts each verdict', () => {
  const verdicts = [
    'pass',
    'pass',
    'fail',
    'warn',
    'inconclusive',
    'inapplicable',
    'known',
    'harness-error',
  ] as const;
  expect(
    summarise(
      verdicts.map((one, i) => result(`receipts.x.r${i}`, one)),
      { level: 'must' },
    ),
  ).toEqual({
    verdict: 'not conformant',
    exitCode: 1,
    level: 'must',
    pass: 2,
    fail: 1,
    warn: 1,
    inconclusive: 1,
    inapplicable: 1,
    known: 1,
    harnessError: 1,
  });
});
