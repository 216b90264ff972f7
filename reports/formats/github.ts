// GitHub Actions annotations: workflow commands on the terminal, worst first, as only the first few are shown.
import { cut, oneLine, visible } from '../escape.ts';
import { evidenceByRequirement } from '../evidence.ts';
import type { Format, Report, RequirementResult } from '../model.ts';
import { standardLines, standardText } from '../standard-lines.ts';
import { VERDICTS, verdictInfo, verdictSentence } from '../verdicts.ts';

/** A longer message is cut by GitHub itself, in the middle of the evidence. */
const SIZE = 3_000;

export const format: Format = {
  name: 'github',
  says: 'annotations for GitHub Actions, on the terminal',
  render(report) {
    const baseline = report.baselineProblems.map(({ requirement, says }) =>
      command('error', `baseline: ${requirement}`, `${requirement} ${says}`),
    );
    const lines = [...baseline, ...annotations(report), verdict(report)];
    return `${lines.join('\n')}\n`;
  },
};

function annotations(report: Report): string[] {
  const evidence = evidenceByRequirement(report);
  const worth = VERDICTS.filter(
    ({ verdict }) => verdict !== 'pass' && verdict !== 'inapplicable' && verdict !== 'known',
  );
  return worth.flatMap(({ verdict }) =>
    report.requirements
      .filter((one) => one.verdict === verdict)
      .map((result) => {
        const failure = evidence.get(result.id)?.[0]?.failure;
        const { mark, word } = verdictInfo(verdict);
        const text =
          failure === undefined
            ? `${result.says}\n${result.reason ?? ''}`
            : standardText(standardLines(failure, result, 600), mark, 100).join('\n');
        return command(kind(result), `${result.id} (${word})`, text);
      }),
  );
}

function kind({ verdict }: RequirementResult): 'error' | 'warning' {
  return verdict === 'fail' || verdict === 'harness-error' ? 'error' : 'warning';
}

function verdict(report: Report): string {
  const level = report.summary.exitCode === 0 ? 'notice' : 'error';
  return command(level, `chatproof: ${report.summary.verdict}`, verdictSentence(report));
}

function command(name: 'error' | 'warning' | 'notice', title: string, text: string): string {
  const message = data(visible(cut(text.trim(), SIZE)));
  return `::${name} title=${data(oneLine(title)).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${message}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
