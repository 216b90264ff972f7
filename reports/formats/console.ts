// The report on a terminal: what failed with its evidence, the counts, and one verdict line at the end.
import { type Palette, palette } from '../console/palette.ts';
import { oneLine, visible } from '../escape.ts';
import { evidenceByRequirement, groupBy } from '../evidence.ts';
import type {
  DeclaredDeviation,
  Format,
  RenderOptions,
  Report,
  RequirementResult,
  Verdict,
} from '../model.ts';
import { standardLines, standardText } from '../standard-lines.ts';
import { count, overallMark, seconds, VERDICTS, verdictInfo, verdictSentence } from '../verdicts.ts';
import { wrap } from '../wrap.ts';

/** Characters of one evidence line; the files have more. */
const SIZE = 600;
const LISTED = 20;

export const format: Format = {
  name: 'console',
  says: 'what failed and the verdict, for a terminal or a build log',
  render(report, options) {
    const page: Page = { report, width: Math.max(40, options.width), colours: palette(options.colour) };
    const blocks = [
      ...failed(page),
      ...listed(page),
      baseline(page),
      table(page),
      notes(page),
      [verdict(page)],
    ];
    const lines = blocks.filter((block) => block.length > 0).map((block) => block.map(tame).join('\n'));
    return `${lines.join('\n\n')}\n`;
  },
};

interface Page {
  report: Report;
  width: RenderOptions['width'];
  colours: Palette;
}

/** Each broken requirement with its standard lines, grouped by verdict and dialect. */
function failed({ report, width, colours }: Page): string[][] {
  const evidence = evidenceByRequirement(report);
  return (['fail', 'harness-error', 'warn'] as const).flatMap((verdict) =>
    ofVerdict(report, verdict).flatMap(([dialect, results]) => {
      const { mark } = verdictInfo(verdict);
      const blocks = results.flatMap((result) => {
        const found = evidence.get(result.id) ?? [];
        if (found.length === 0) return [short(result, { report, width, colours })];
        return found.map(({ failure, also }) => [
          ...standardText(standardLines(failure, result, SIZE), mark, width, colours.paint(verdict)),
          ...(also.length > 0
            ? [colours.dim(`            (${count(also.length, 'more check')} saw the same)`)]
            : []),
        ]);
      });
      return [[heading(verdict, dialect, results.length, { report, colours })], ...blocks];
    }),
  );
}

/** What could not be judged and what is known, one entry each, with the reason. */
function listed(page: Page): string[][] {
  return (['known', 'inconclusive'] as const).flatMap((verdict) =>
    ofVerdict(page.report, verdict).map(([dialect, results]) => {
      const more = results.length - LISTED;
      return [
        heading(verdict, dialect, results.length, page),
        ...groupBy(results.slice(0, LISTED), reasonOf).flatMap(([, alike]) => together(alike, page)),
        ...(more > 0 ? [page.colours.dim(`  … and ${more} more, in the other reports`)] : []),
      ];
    }),
  );
}

const reasonOf = ({ reason, says }: RequirementResult): string => reason ?? says;

/** What has one reason is listed under it, so that a target that is away does not fill the screen with one sentence. */
function together(alike: readonly RequirementResult[], page: Page): string[] {
  const [first, ...others] = alike;
  if (first === undefined) return [];
  const [title = '', ...why] = short(first, page);
  const { mark } = verdictInfo(first.verdict);
  const { colours } = page;
  const titles = others.map(
    ({ id, verdict }) => `${colours.verdict(verdict, mark)} ${colours.strong(oneLine(id))}`,
  );
  return [title, ...titles, ...why];
}

function ofVerdict(report: Report, verdict: Verdict): [string, RequirementResult[]][] {
  return groupBy(
    report.requirements.filter((one) => one.verdict === verdict),
    (one) => one.dialect,
  );
}

function heading(
  verdict: Verdict,
  dialect: string,
  n: number,
  { report, colours }: Pick<Page, 'report' | 'colours'>,
): string {
  const below = verdict === 'warn' ? `, below the gated level (${report.summary.level})` : '';
  const title = `${dialect}: ${n} ${verdictInfo(verdict).word}${below}`;
  return colours.verdict(verdict, colours.strong(oneLine(title)));
}

function short(result: RequirementResult, { colours, width }: Page): string[] {
  const { mark } = verdictInfo(result.verdict);
  const why = wrap(visible(result.reason ?? result.says), width - 4);
  return [
    `${colours.verdict(result.verdict, mark)} ${colours.strong(oneLine(result.id))}`,
    ...why.map((line) => `    ${line}`),
  ];
}

function baseline({ report, width, colours }: Page): string[] {
  if (report.baselineProblems.length === 0) return [];
  const title = colours.verdict('fail', colours.strong('baseline: out of date'));
  const lines = report.baselineProblems.flatMap(({ requirement, says }) =>
    wrap(visible(`${requirement} ${says}`), width - 4).map((line, i) =>
      i === 0 ? `✗ ${line}` : `    ${line}`,
    ),
  );
  return [title, ...lines];
}

/** Requirements by verdict: a row per dialect, a column per verdict that occurs. */
function table({ report, colours }: Page): string[] {
  const columns = VERDICTS.filter((info) => report.summary[info.count] > 0 || info.verdict === 'pass');
  const names = report.dialects.map((dialect) => oneLine(dialect.name));
  const first = Math.max(12, ...names.map((name) => name.length));
  const head = columns.map((info) => `  ${info.short}`);
  const row = (name: string, summary: Report['summary']) =>
    name.padEnd(first) +
    columns
      .map((info, i) => {
        const n = summary[info.count];
        const cell = String(n).padStart(head[i]?.length ?? 0);
        return n === 0 ? colours.dim(cell) : colours.verdict(info.verdict, cell);
      })
      .join('');
  const rows = report.dialects.map((dialect, i) => row(names[i] ?? '', dialect.summary));
  const total = report.dialects.length > 1 ? [row('all', report.summary)] : [];
  return [colours.dim('requirements'.padEnd(first) + head.join('')), ...rows, ...total];
}

const declared: Readonly<Record<DeclaredDeviation['kind'], string>> = {
  accepts: 'accepts',
  path: 'has a path of its own for',
  capability: 'does not offer',
};

function notes({ report, width, colours }: Page): string[] {
  const { observed, declaredDeviations, suite } = report;
  const all = [
    `Target ${report.target}, level ${report.summary.level}, profile ${report.profile}, seed ${report.seed}, ${seconds(report.durationMs)}.`,
    report.endedEarly === undefined ? '' : `The run ended early: ${report.endedEarly}`,
    declaredDeviations.length === 0
      ? ''
      : `Declared by the target: ${declaredDeviations.map((one) => `${one.dialect} ${declared[one.kind]} ${one.name}`).join(', ')}.`,
    observed.length === 0 ? '' : `${count(observed.length, 'choice')} seen where a document is silent.`,
    suite.faultsTotal === 0
      ? ''
      : `Strength of the suite: ${suite.faultsCaught} of ${suite.faultsTotal} faults caught.`,
  ];
  return all.filter((note) => note !== '').flatMap((note) => wrap(visible(note), width).map(colours.dim));
}

function verdict({ report, colours }: Page): string {
  const { summary } = report;
  const colour: Verdict =
    summary.exitCode === 0 ? 'pass' : summary.verdict === 'inconclusive' ? 'inconclusive' : 'fail';
  const title = colours.verdict(colour, colours.strong(`${overallMark(summary.verdict)} ${summary.verdict}`));
  return `${title}: ${oneLine(verdictSentence(report))}`;
}

/** Keeps a build log from taking what a target sent for a command to the build server. */
function tame(line: string): string {
  return line.replace(/##(\w*)\[/g, '#\\#$1[').replace(/^(\s*)::/, '$1\\::');
}
