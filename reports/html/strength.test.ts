import { expect, it } from 'vitest';
import { sampleReport } from '../testing/sample.ts';
import { strength } from './strength.ts';

it('says nothing where nothing was measured', () => {
  expect(strength({ ...sampleReport(), suite: { faultsCaught: 0, faultsTotal: 0 } }).markup).toBe('');
});

it('tells what the checks catch, and what they do not', () => {
  const dialects = [{ name: 'threads', caught: 9, total: 10, checks: 8, proven: 7 }];
  const survivors = [{ dialect: 'threads', fault: 'lost-now-and-then', because: 'only <1 in 1,000' }];
  const { markup } = strength({
    ...sampleReport(),
    suite: { faultsCaught: 9, faultsTotal: 10, dialects, survivors },
  });
  expect(markup).toContain('9 of 10');
  expect(markup).toContain('7 of 8');
  expect(markup).toContain('lost-now-and-then');
  expect(markup).toContain('only &lt;1 in 1,000');
});
