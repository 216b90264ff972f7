// One requirement on the page: what it says, its verdict, its evidence, and the checks that decided it.
import { cut } from '../escape.ts';
import { type Evidence, shareOfTime } from '../evidence.ts';
import type { CheckOutcome, RequirementResult } from '../model.ts';
import { seconds, verdictInfo } from '../verdicts.ts';
import type { Budget } from './budget.ts';
import { failureBlock } from './failure.ts';
import { h, link, type Markup, NOTHING, prose } from './markup.ts';

export interface Found {
  evidence: Evidence[];
  checks: CheckOutcome[];
  budget: Budget;
  open: boolean;
}

export function requirementItem(result: RequirementResult, found: Found): Markup {
  const { id, dialect, area, level, verdict } = result;
  const { mark, word } = verdictInfo(verdict);
  const head = `${dialect}.${area}.`;
  const slug = id.startsWith(head) ? id.slice(head.length) : id;
  return h`<details class="req ${verdict}" id="${id}" data-verdict="${verdict}" data-level="${level}" data-area="${dialect}.${area}"${attribute(found.open)}>
<summary><span class="mark ${verdict}" role="img" aria-label="${word}">${mark}</span>
<span class="name"><code>${slug === id ? '' : head}<b>${slug}</b></code><span class="says">${prose(result.says)}</span></span>
<span class="level">${level} <i>${result.evidence}</i></span><span class="ms">${time(found.checks)}</span></summary>
<div class="body">${reason(result)}${found.evidence.map((one) => failureBlock(one, result, found.budget))}${about(result, found.checks)}</div>
</details>`;
}

function attribute(open: boolean): Markup {
  return open ? { markup: ' open' } : NOTHING;
}

function time(checks: CheckOutcome[]): string {
  return checks.length === 0 ? '' : seconds(shareOfTime(checks));
}

function reason({ reason: why }: RequirementResult): Markup {
  return why === undefined || why === '' ? NOTHING : h`<p class="reason">${cut(why, 2_000)}</p>`;
}

function about(result: RequirementResult, checks: CheckOutcome[]): Markup {
  const reading = result.reading;
  return h`<dl class="about">
<div><dt>Source</dt><dd>${result.source}</dd></div>
${reading === undefined || reading === '' ? NOTHING : h`<div><dt>Reading</dt><dd>${prose(reading)}</dd></div>`}
<div><dt>${checks.length === 1 ? 'Check' : 'Checks'}</dt><dd>${checks.length === 0 ? 'none judged it' : h`<ul class="checks">${checks.map((check) => checkRow(check, result.id))}</ul>`}</dd></div>
<div><dt>Link</dt><dd><a class="here" href="${link(result.id)}">#${result.id}</a></dd></div>
</dl>`;
}

function checkRow(check: CheckOutcome, id: string): Markup {
  const verdict = check.verdicts.find((one) => one.requirement === id)?.verdict ?? check.verdict;
  const { mark, word } = verdictInfo(verdict);
  const fences = check.fences.length === 0 ? '' : ` · fence ${[...new Set(check.fences)].join(', ')}`;
  return h`<li><span class="mark ${verdict}" role="img" aria-label="${word}">${mark}</span>
<span>${prose(cut(check.says, 500))}<small>${cut(check.file, 300)}${fences}</small></span><span class="ms">${seconds(check.durationMs)}</span></li>`;
}
