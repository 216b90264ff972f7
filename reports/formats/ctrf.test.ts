import { expect, it } from 'vitest';
import { hostileReport } from '../testing/hostile.ts';
import { sampleReport } from '../testing/sample.ts';
import { format } from './ctrf.ts';

const render = (report = sampleReport()) => JSON.parse(format.render(report, { colour: false, width: 80 }));

it('has the shape that CTRF asks for', () => {
  const { reportFormat, specVersion, results } = render();
  expect({ reportFormat, specVersion }).toEqual({ reportFormat: 'CTRF', specVersion: '0.0.0' });
  expect(results.tool).toEqual({ name: 'chatproof', version: '0.1.0' });
  expect(results.summary).toEqual({
    tests: 34,
    passed: 26,
    failed: 3,
    skipped: 2,
    pending: 1,
    other: 2,
    suites: 9,
    start: 1772356364120,
    stop: 1772356376550,
    duration: 12430,
  });
});

it('counts what it holds', () => {
  const { summary, tests } = render().results;
  for (const status of ['passed', 'failed', 'skipped', 'pending', 'other'])
    expect(tests.filter((test: { status: string }) => test.status === status)).toHaveLength(summary[status]);
  expect(tests).toHaveLength(summary.tests);
});

it('keeps the verdict and the standard lines of a failure', () => {
  const name = 'receipts.history.newest-first-at-most-50';
  const test = render().results.tests.find((one: { name: string }) => one.name === name);
  expect(test).toMatchObject({
    status: 'failed',
    rawStatus: 'fail',
    suite: ['receipts', 'history'],
    tags: ['must', 'stated'],
  });
  expect(test.trace).toMatch(/^✗ receipts.history.newest-first[\s\S]*\n {2}because /);
});

it('is plain JSON whatever a target sent', () => {
  const text = format.render(hostileReport(), { colour: false, width: 80 });
  expect(JSON.parse(text).results.tests).toHaveLength(34);
  expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2028\u2029]/u);
});
