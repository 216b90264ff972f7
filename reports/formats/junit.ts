// JUnit XML: one test case a requirement, one suite an area of a dialect; failures and errors are told apart.
import { xml, xmlAttribute } from '../escape.ts';
import {
  checksByRequirement,
  type Evidence,
  evidenceByRequirement,
  groupBy,
  shareOfTime,
} from '../evidence.ts';
import type { CheckOutcome, Format, Report, RequirementResult } from '../model.ts';
import { standardLines, standardText } from '../standard-lines.ts';
import { verdictInfo } from '../verdicts.ts';

export const format: Format = {
  name: 'junit',
  says: 'JUnit XML, for build servers',
  file: 'junit.xml',
  render(report) {
    const known: Known = { evidence: evidenceByRequirement(report), checks: checksByRequirement(report) };
    const suites = groupBy(report.requirements, (one) => `${one.dialect}.${one.area}`);
    const baseline = report.baselineProblems.length > 0 ? [baselineSuite(report)] : [];
    const body = [...suites.map(([name, results]) => suite(report, name, results, known)), ...baseline];
    const totals = {
      name: 'chatproof',
      ...tally(report.requirements, report.baselineProblems.length),
      time: time(report.durationMs),
      timestamp: report.startedAt,
    };
    return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', totals, body.join('\n'))}\n`;
  },
};

interface Known {
  evidence: Map<string, Evidence[]>;
  checks: Map<string, CheckOutcome[]>;
}

function suite(report: Report, name: string, results: RequirementResult[], known: Known): string {
  const cases = results.map((result) => testCase(result, known));
  const spent = results.reduce((sum, one) => sum + shareOfTime(known.checks.get(one.id) ?? []), 0);
  const properties = { target: report.target, seed: String(report.seed), level: report.summary.level };
  return element(
    'testsuite',
    { name, ...tally(results), time: time(spent), timestamp: report.startedAt },
    [propertyList(properties), ...cases].join('\n'),
  );
}

function testCase(result: RequirementResult, known: Known): string {
  const { id, dialect, area, level, evidence, source, verdict } = result;
  const attributes = {
    name: id,
    classname: `${dialect}.${area}`,
    time: time(shareOfTime(known.checks.get(id) ?? [])),
  };
  const properties = { level, evidence, source, verdict, says: result.says };
  return element(
    'testcase',
    attributes,
    `${propertyList(properties)}\n${outcome(result, known.evidence.get(id) ?? [])}`,
  );
}

function outcome(result: RequirementResult, evidence: Evidence[]): string {
  const { mark, means } = verdictInfo(result.verdict);
  const blocks = evidence.map(({ failure }) =>
    standardText(standardLines(failure, result), mark, 100).join('\n'),
  );
  const text = xml(blocks.join('\n\n'));
  const reason = result.reason ?? means;
  switch (result.verdict) {
    case 'fail':
      return element(
        'failure',
        { type: result.level, message: evidence[0]?.failure.because ?? reason },
        text,
      );
    case 'harness-error':
    case 'inconclusive':
      return element('error', { type: result.verdict, message: reason }, text);
    case 'known':
      return element('skipped', { message: `known: ${reason}` }, '') + systemOut(text);
    case 'inapplicable':
      return element('skipped', { message: reason }, '');
    case 'warn':
      return systemOut(text);
    default:
      return '';
  }
}

function baselineSuite(report: Report): string {
  const cases = report.baselineProblems.map(({ requirement, says }) =>
    element(
      'testcase',
      { name: requirement, classname: 'baseline', time: time(0) },
      element('failure', { type: 'baseline', message: says }, xml(`${requirement} ${says}`)),
    ),
  );
  const n = cases.length;
  return element(
    'testsuite',
    { name: 'baseline', tests: n, failures: n, errors: 0, skipped: 0, time: time(0) },
    cases.join('\n'),
  );
}

function tally(results: RequirementResult[], more = 0): Record<string, number> {
  const counted = (...verdicts: string[]) => results.filter((one) => verdicts.includes(one.verdict)).length;
  return {
    tests: results.length + more,
    failures: counted('fail') + more,
    errors: counted('inconclusive', 'harness-error'),
    skipped: counted('inapplicable', 'known'),
  };
}

function propertyList(properties: Record<string, string>): string {
  const list = Object.entries(properties).map(([name, value]) => element('property', { name, value }, ''));
  return element('properties', {}, list.join('\n'));
}

function systemOut(text: string): string {
  return text === '' ? '' : element('system-out', {}, text);
}

function element(name: string, attributes: Record<string, string | number>, content: string): string {
  const open = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlAttribute(String(value))}"`);
  const tag = name + open.join('');
  return content === ''
    ? `<${tag}/>`
    : `<${tag}>${content.startsWith('<') ? `\n${content}\n` : content}</${name}>`;
}

function time(ms: number): string {
  return (ms / 1_000).toFixed(3);
}
