import { expect, it } from 'vitest';
import { diffReports, gotWorse } from './diff.ts';
import type { Report, Verdict } from './model.ts';
import { renderDiff } from './render-diff.ts';
import { hostileReport } from './testing/hostile.ts';
import { sampleReport } from './testing/sample.ts';

const ID = 'receipts.history.newest-first-at-most-50';
const plain = { colour: false, width: 80 };

function withVerdict(verdict: Verdict, id = ID): Report {
  const report = sampleReport();
  return {
    ...report,
    requirements: report.requirements.map((one) => (one.id === id ? { ...one, verdict } : one)),
  };
}

it.each<[Verdict, Verdict, 'worse' | 'better' | 'other']>([
  ['pass', 'fail', 'worse'],
  ['pass', 'warn', 'worse'],
  ['pass', 'known', 'worse'],
  ['pass', 'inconclusive', 'worse'],
  ['pass', 'inapplicable', 'worse'],
  ['inconclusive', 'fail', 'worse'],
  ['known', 'fail', 'worse'],
  ['fail', 'pass', 'better'],
  ['inapplicable', 'pass', 'better'],
  ['fail', 'known', 'better'],
  ['fail', 'inconclusive', 'other'],
  ['fail', 'harness-error', 'other'],
])('calls %s → %s %s', (before, after, expected) => {
  const diff = diffReports(withVerdict(before), withVerdict(after));
  expect(diff[expected].map(({ id }) => id)).toEqual([ID]);
  expect(diff.worse.length + diff.better.length + diff.other.length).toBe(1);
  expect(gotWorse(diff)).toBe(expected === 'worse');
});

it('finds nothing between a report and itself', () => {
  const diff = diffReports(sampleReport(), sampleReport());
  expect(diff).toMatchObject({
    worse: [],
    better: [],
    other: [],
    added: [],
    gone: [],
    differences: [],
    unchanged: 33,
  });
});

it('tells a requirement that fails in another way', () => {
  const before = sampleReport();
  const checks = before.checks.map((check) => ({
    ...check,
    failures: check.failures.map((failure) =>
      failure.requirement === ID ? { ...failure, signature: 'new' } : failure,
    ),
  }));
  expect(diffReports(before, { ...before, checks }).other).toMatchObject([
    { id: ID, before: 'fail', after: 'fail' },
  ]);
});

it('tells what is new and what is gone; only what is new and fails is worse', () => {
  const all = sampleReport();
  const without = (id: string): Report => ({
    ...all,
    requirements: all.requirements.filter((one) => one.id !== id),
  });
  const passing = 'rooms.presence.newcomer-hears-list';
  expect(diffReports(without(passing), all).added.map(({ id }) => id)).toEqual([passing]);
  expect(diffReports(all, without(passing)).gone.map(({ id }) => id)).toEqual([passing]);
  expect(gotWorse(diffReports(without(passing), all))).toBe(false);
  expect(gotWorse(diffReports(all, without(passing)))).toBe(false);
  expect(gotWorse(diffReports(without(ID), all))).toBe(true);
});

it('reads as a list that ends with one line', () => {
  const before = withVerdict('pass');
  const after = {
    ...withVerdict('pass', 'receipts.history.created-at-is-an-instant'),
    target: 'http://localhost:8000',
  };
  expect(renderDiff(diffReports(before, after), plain)).toMatchInlineSnapshot(`
    "worse: 1
    ✗ receipts.history.newest-first-at-most-50 must, passed → failed
        item 1 (…12:00:01.120Z) is newer than item 0 (…12:00:01.090Z)

    better: 1
    ✓ receipts.history.created-at-is-an-instant should, failed → passed

    target: http://chat.example.test:8000, now http://localhost:8000

    ✗ got worse: 1 worse, 1 better, 31 requirements as before; not conformant → not conformant
    "
  `);
});

it('prints nothing of a target but text', () => {
  const lines = renderDiff(diffReports(withVerdict('pass'), hostileReport()), plain).split('\n');
  expect(lines.filter((line) => /\p{Cc}|\p{Cs}|[\u202a-\u202e]/u.test(line))).toEqual([]);
});
