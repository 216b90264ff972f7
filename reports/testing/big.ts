// A report of five dialects and as many checks as a whole run has, each failing when asked to.
import type { CheckOutcome, Report, RequirementResult } from '../model.ts';
import { summarise } from '../summarise.ts';
import { sampleReport } from './sample.ts';

const NAMES = ['actions', 'dialogues', 'receipts', 'rooms', 'threads'];
const AREAS = [
  'access',
  'auth',
  'delete',
  'delivery',
  'edit',
  'files',
  'history',
  'presence',
  'status',
  'text',
];

export function bigReport(size: number, failing: (i: number) => boolean): Report {
  const sample = sampleReport();
  const failure = sample.checks.flatMap((check) => check.failures)[0];
  const template = sample.checks[0];
  if (failure === undefined || template === undefined) throw new Error('The sample report has no failure.');
  const each = Array.from({ length: size }, (_, i) => {
    const dialect = NAMES[Math.floor((i * NAMES.length) / size)] ?? '';
    const area = AREAS[Math.floor((i % (size / NAMES.length)) / (size / NAMES.length / AREAS.length))] ?? '';
    return { i, dialect, area, id: `${dialect}.${area}.requirement-number-${i}`, broken: failing(i) };
  });
  const requirements = each.map(
    ({ i, dialect, area, id, broken }): RequirementResult => ({
      id,
      dialect,
      area,
      level: i % 3 === 0 ? 'must' : 'should',
      evidence: i % 3 === 0 ? 'stated' : 'implied',
      says: 'On connect the server sends at most the 50 newest messages of the room, newest first.',
      source: `${dialect}.md:${i}`,
      verdict: broken ? 'fail' : 'pass',
      checks: [`check ${i}`],
    }),
  );
  const checks = each.map(
    ({ i, dialect, id, broken }): CheckOutcome => ({
      ...template,
      id: `check ${i}`,
      dialect,
      requires: [id],
      verdict: broken ? 'fail' : 'pass',
      verdicts: [{ requirement: id, verdict: broken ? 'fail' : 'pass' }],
      failures: broken ? [{ ...failure, requirement: id, signature: `signature ${i}` }] : [],
    }),
  );
  const [first] = sample.dialects;
  const dialects = NAMES.flatMap((name) => {
    const own = requirements.filter((one) => one.dialect === name);
    return first === undefined ? [] : [{ ...first, name, summary: summarise(own, { level: 'should' }) }];
  });
  const summary = summarise(requirements, { level: 'should' });
  return { ...sample, dialects, requirements, checks, summary, baselineProblems: [], declaredDeviations: [] };
}
