// One way of failing: the standard lines, the picture of the exchange, and the raw transcript.
import type { Evidence } from '../evidence.ts';
import type { Entry, RequirementResult } from '../model.ts';
import { type StandardLine, standardLines } from '../standard-lines.ts';
import { count } from '../verdicts.ts';
import type { Budget } from './budget.ts';
import { h, type Markup, NOTHING } from './markup.ts';
import { sequence } from './sequence.ts';
import { transcript } from './transcript.ts';

export function failureBlock(
  { failure, check, also }: Evidence,
  result: RequirementResult,
  budget: Budget,
): Markup {
  const seen = [
    ...(failure.reproduced ? [`reproduced ${failure.reproduced}`] : []),
    ...(also.length > 0 ? [`${count(also.length, 'more check')} saw the same`] : []),
  ].join(' · ');
  return h`<section class="failure" aria-label="${check.says}">
${budget.lines((size) => h`<dl class="lines">${standardLines(failure, result, size).lines.map(line)}</dl>`)}
${seen === '' ? NOTHING : h`<p class="seen">${seen}</p>`}
${exchange(failure.transcript, budget)}
</section>`;
}

function line({ name, text, at }: StandardLine): Markup {
  if (name === 'again')
    return h`<div class="again"><dt>again</dt><dd><code>${text}</code><button type="button" class="copy" data-copy="${text}">Copy</button></dd></div>`;
  const time = at === undefined ? NOTHING : h`<span class="at">${at}</span>`;
  return h`<div class="${name}"><dt>${name}</dt><dd><code>${text}</code>${time}</dd></div>`;
}

function exchange(entries: Entry[], budget: Budget): Markup {
  if (entries.length === 0) return NOTHING;
  const shown = budget.spend(() => h`${sequence(entries)}${transcript(entries)}`);
  return (
    shown ??
    h`<p class="seen">The transcript of ${count(entries.length, 'line')} is in report.json: this page is full.</p>`
  );
}
