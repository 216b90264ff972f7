import { expect, it } from 'vitest';
import type { Report } from '../model.ts';
import { sampleReport } from '../testing/sample.ts';
import { format } from './badge.ts';

const render = (report: Report) => format.render(report, { colour: false, width: 80 });

it('says the verdict, the level, the date and the strength of the suite', () => {
  expect(render(sampleReport())).toContain('>not conformant · should · 2026-03-01 · 62/62 faults</text>');
});

it('leaves out a strength that was not measured', () => {
  expect(render(sampleReport({ suite: { faultsCaught: 0, faultsTotal: 0 } }))).toContain(
    '· 2026-03-01</text>',
  );
});

it.each([
  ['conformant', '#12715b'],
  ['not conformant', '#b3261e'],
  ['inconclusive', '#5f6672'],
] as const)('is %s in %s', (verdict, colour) => {
  const { summary } = sampleReport();
  expect(render(sampleReport({ summary: { ...summary, verdict } }))).toContain(`<path fill="${colour}"`);
});
