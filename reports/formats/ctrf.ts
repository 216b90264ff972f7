// Common Test Report Format (ctrf.io): one test a requirement, with its verdict as the raw status.
import { cut, json, LONGEST, visible } from '../escape.ts';
import { checksByRequirement, evidenceByRequirement, shareOfTime } from '../evidence.ts';
import type { Format, Report, RequirementResult, Verdict } from '../model.ts';
import { standardLines, standardText } from '../standard-lines.ts';
import { verdictInfo } from '../verdicts.ts';

const STATUS: Record<Verdict, 'passed' | 'failed' | 'skipped' | 'pending' | 'other'> = {
  pass: 'passed',
  fail: 'failed',
  warn: 'passed',
  known: 'pending',
  inconclusive: 'other',
  'harness-error': 'other',
  inapplicable: 'skipped',
};

export const format: Format = {
  name: 'ctrf',
  says: 'Common Test Report Format, for dashboards that read it',
  file: 'ctrf.json',
  render(report) {
    const results = {
      tool: { name: report.tool.name, version: report.tool.version },
      summary: summary(report),
      tests: [...tests(report), ...baseline(report)],
      environment: {
        appName: visible(cut(report.target, LONGEST)),
        extra: { seed: report.seed, profile: report.profile },
      },
      extra: {
        verdict: report.summary.verdict,
        exitCode: report.summary.exitCode,
        level: report.summary.level,
      },
    };
    const head = {
      reportFormat: 'CTRF',
      specVersion: '0.0.0',
      timestamp: report.startedAt,
      generatedBy: 'chatproof',
    };
    return `${json({ ...head, results })}\n`;
  },
};

function summary(report: Report): Record<string, number> {
  const counted = (status: string) =>
    report.requirements.filter((one) => STATUS[one.verdict] === status).length;
  const start = Date.parse(report.startedAt);
  return {
    tests: report.requirements.length + report.baselineProblems.length,
    passed: counted('passed'),
    failed: counted('failed') + report.baselineProblems.length,
    skipped: counted('skipped'),
    pending: counted('pending'),
    other: counted('other'),
    suites: new Set(report.requirements.map((one) => `${one.dialect}.${one.area}`)).size,
    start,
    stop: start + Math.round(report.durationMs),
    duration: Math.round(report.durationMs),
  };
}

function tests(report: Report): object[] {
  const evidence = evidenceByRequirement(report);
  const checks = checksByRequirement(report);
  return report.requirements.map((result) => {
    const found = evidence.get(result.id) ?? [];
    const message = found[0]?.failure.because ?? result.reason;
    const { mark } = verdictInfo(result.verdict);
    const trace = found.map(({ failure }) =>
      standardText(standardLines(failure, result), mark, 100).join('\n'),
    );
    return {
      ...identity(result),
      duration: Math.round(shareOfTime(checks.get(result.id) ?? [])),
      ...(message === undefined ? {} : { message: visible(message) }),
      ...(trace.length === 0 ? {} : { trace: trace.join('\n\n') }),
      extra: { says: visible(result.says), source: visible(result.source), checks: result.checks },
    };
  });
}

function identity({ id, dialect, area, level, evidence, verdict }: RequirementResult): object {
  return {
    name: id,
    status: STATUS[verdict],
    rawStatus: verdict,
    suite: [dialect, area],
    tags: [level, evidence],
    type: 'conformance',
  };
}

function baseline(report: Report): object[] {
  return report.baselineProblems.map(({ requirement, says }) => ({
    name: `baseline: ${visible(requirement)}`,
    status: 'failed',
    rawStatus: 'baseline',
    duration: 0,
    suite: ['baseline'],
    message: visible(says),
  }));
}
