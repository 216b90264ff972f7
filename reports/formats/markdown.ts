// Markdown for a pull request or a job summary: the verdict, a table, and the evidence folded.
import { codeSpan, cut, fence, html, markdown } from '../escape.ts';
import { type Evidence, evidenceByRequirement } from '../evidence.ts';
import type { Format, Report, RequirementResult, Verdict } from '../model.ts';
import { standardLines, standardText } from '../standard-lines.ts';
import { overallMark, seconds, VERDICTS, verdictInfo, verdictSentence } from '../verdicts.ts';

/** GitHub refuses a comment above 65,536 characters and is counted in bytes elsewhere. */
const LIMIT = 60_000;
const ROOM_FOR_END = 1_500;

export const format: Format = {
  name: 'markdown',
  says: 'for a pull request or a job summary, at most 60 kB',
  file: 'report.md',
  render(report) {
    const start = [...title(report), ...table(report), ...baseline(report)];
    const end = [facts(report)];
    const text = (blocks: string[]) => blocks.join('\n\n');
    const left = LIMIT - ROOM_FOR_END - size(text(start)) - size(text(end));
    return `${text([...start, ...fitting(details(report), left), ...end])}\n`;
  },
};

function title({ summary, endedEarly, ...report }: Report): string[] {
  const sentence = markdown(cut(verdictSentence({ summary, ...report }), 500));
  const early = endedEarly === undefined ? [] : [`The run ended early: ${markdown(cut(endedEarly, 500))}`];
  return [`## ${overallMark(summary.verdict)} chatproof: ${summary.verdict}`, `${sentence}.`, ...early];
}

function table(report: Report): string[] {
  const columns = VERDICTS.filter((info) => report.summary[info.count] > 0 || info.verdict === 'pass');
  const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  const head = row(['dialect', ...columns.map((info) => `${info.mark} ${info.word}`)]);
  const rule = row([':--', ...columns.map(() => '--:')]);
  const rows = report.dialects.map((dialect) =>
    row([codeSpan(cut(dialect.name, 40)), ...columns.map((info) => dialect.summary[info.count] || '·')]),
  );
  return [[head, rule, ...rows].join('\n')];
}

function baseline(report: Report): string[] {
  if (report.baselineProblems.length === 0) return [];
  const shown = report.baselineProblems
    .slice(0, 50)
    .map(({ requirement, says }) => `- ${codeSpan(cut(requirement, 120))} ${markdown(cut(says, 200))}`);
  return [['**The baseline is out of date**', '', ...shown].join('\n')];
}

function details(report: Report): string[] {
  const evidence = evidenceByRequirement(report);
  const of = (...verdicts: Verdict[]) => report.requirements.filter((one) => verdicts.includes(one.verdict));
  return [
    ...of('fail').map((one) => broken(one, evidence)),
    ...of('harness-error', 'warn').map((one) => broken(one, evidence)),
    ...folded('Known to the baseline', of('known')),
    ...folded('Not judged', of('inconclusive')),
  ];
}

function broken(result: RequirementResult, evidence: Map<string, Evidence[]>): string {
  const { mark, word } = verdictInfo(result.verdict);
  const found = evidence.get(result.id) ?? [];
  const blocks = found
    .slice(0, 3)
    .map(({ failure }) => fence(standardText(standardLines(failure, result, 1_200), mark, 100).join('\n')));
  const body =
    blocks.length > 0 ? blocks.join('\n\n') : `${markdown(result.says)}\n\n${markdown(result.reason ?? '')}`;
  const head = `${mark} <code>${html(cut(result.id, 120))}</code> ${word} · ${result.level}`;
  return fold(head, body);
}

function folded(heading: string, results: RequirementResult[]): string[] {
  if (results.length === 0) return [];
  const items = results.map(
    (one) =>
      `- ${verdictInfo(one.verdict).mark} ${codeSpan(cut(one.id, 120))}: ${markdown(cut(one.reason ?? '', 300))}`,
  );
  return [fold(`${heading}: ${results.length}`, cutBlock(items))];
}

function cutBlock(items: string[]): string {
  const shown = items.slice(0, 60);
  return [...shown, ...(items.length > 60 ? [`- … and ${items.length - 60} more`] : [])].join('\n');
}

function fold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** As many blocks as there is room for, and how many were left out. */
function fitting(blocks: string[], room: number): string[] {
  let left = room;
  const end = blocks.findIndex((block) => {
    left -= size(block) + 2;
    return left < 0;
  });
  if (end === -1) return blocks;
  return [...blocks.slice(0, end), `*${blocks.length - end} more are in the other reports.*`];
}

function facts({ target, seed, profile, durationMs, summary, suite, tool }: Report): string {
  const strength =
    suite.faultsTotal > 0 ? `, suite catches ${suite.faultsCaught} of ${suite.faultsTotal} faults` : '';
  const about = `level ${summary.level}, profile ${markdown(cut(profile, 40))}, seed ${seed}, ${seconds(durationMs)}${strength}`;
  return `<sub>${codeSpan(cut(target, 200))}, ${about}, chatproof ${markdown(tool.version)}</sub>`;
}

function size(text: string): number {
  return Buffer.byteLength(text);
}
