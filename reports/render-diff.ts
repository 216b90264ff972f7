// The difference of two reports as text for a terminal.
import { palette } from './console/palette.ts';
import type { Change, ReportDiff } from './diff.ts';
import { gotWorse } from './diff.ts';
import { cut, oneLine } from './escape.ts';
import type { RenderOptions, RequirementResult } from './model.ts';
import { count, verdictInfo } from './verdicts.ts';
import { wrap } from './wrap.ts';

export function renderDiff(diff: ReportDiff, options: RenderOptions): string {
  const colours = palette(options.colour);
  const change = ({ id, level, before, after, because }: Change) => {
    const { mark, word } = verdictInfo(after);
    const moved = before === after ? `${word} in another way` : `${verdictInfo(before).word} → ${word}`;
    const why = because === undefined ? [] : wrap(cut(oneLine(because), 300), options.width - 4);
    const head = `${colours.verdict(after, mark)} ${colours.strong(oneLine(id))} ${level}, ${moved}`;
    return [head, ...why.map((line) => `    ${line}`)];
  };
  const result = ({ id, level, verdict }: RequirementResult) => {
    const { mark, word } = verdictInfo(verdict);
    return [`${colours.verdict(verdict, mark)} ${colours.strong(oneLine(id))} ${level}, ${word}`];
  };
  const block = <T>(title: string, items: T[], lines: (item: T) => string[]) =>
    items.length === 0
      ? []
      : [[colours.strong(`${title}: ${items.length}`), ...items.flatMap(lines)].join('\n')];
  const blocks = [
    ...block('worse', diff.worse, change),
    ...block('changed', diff.other, change),
    ...block('better', diff.better, change),
    ...block('new', diff.added, result),
    ...block('gone', diff.gone, result),
    ...(diff.differences.length === 0
      ? []
      : [diff.differences.map((one) => colours.dim(oneLine(one))).join('\n')]),
    sentence(diff, colours.verdict),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sentence(diff: ReportDiff, paint: ReturnType<typeof palette>['verdict']): string {
  const bad = gotWorse(diff);
  const broken = diff.added.filter((one) => one.verdict === 'fail').length;
  const parts = [
    `${diff.worse.length} worse`,
    `${diff.better.length} better`,
    ...(broken > 0 ? [`${broken} new and failing`] : []),
    `${count(diff.unchanged, 'requirement')} as before`,
  ];
  const head = paint(bad ? 'fail' : 'pass', bad ? '✗ got worse' : '✓ nothing got worse');
  return `${head}: ${parts.join(', ')}; ${diff.before} → ${diff.after}`;
}
