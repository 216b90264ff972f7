// The picture of a run: one cell a requirement, by dialect and area; each leads to its requirement.
import { cut, visible } from '../escape.ts';
import { byDialect, groupBy } from '../evidence.ts';
import type { Report, RequirementResult } from '../model.ts';
import { overallMark, verdictInfo } from '../verdicts.ts';
import { h, link, type Markup, NOTHING } from './markup.ts';

/** Above this many requirements the cells are smaller, so that what broke stays near the top. */
const DENSE = 150;

export function picture(report: Report): Markup {
  if (report.requirements.length === 0) return NOTHING;
  const rows = byDialect(report).map(([name, results]) => dialectRow(report, name, results));
  const dense = report.requirements.length > DENSE ? ' dense' : '';
  return h`<nav class="picture${dense}" aria-label="Requirements by dialect and area">${rows}</nav>`;
}

function dialectRow(report: Report, name: string, results: RequirementResult[]): Markup {
  const dialect = report.dialects.find((one) => one.name === name);
  const areas = groupBy(results, (one) => one.area).map(([area, cells]) => areaBlock(name, area, cells));
  return h`<div class="dialect"><div class="who"><h2>${name}</h2>${dialect === undefined ? NOTHING : about(dialect)}</div>
<div class="areas">${areas}</div></div>`;
}

function about({ embedded, target, summary }: Report['dialects'][number]): Markup {
  const where = embedded ? 'embedded reference server' : target;
  return h`<p class="is ${summary.verdict.replace(' ', '-')}"><span aria-hidden="true">${overallMark(summary.verdict)}</span> ${summary.verdict}</p>
<p>${cut(where, 120)}</p>`;
}

function areaBlock(dialect: string, area: string, results: RequirementResult[]): Markup {
  const broken = results.some((one) => one.verdict === 'fail' || one.verdict === 'harness-error');
  return h`<div class="area${broken ? ' broken' : ''}"><a class="label" href="${areaLink(`${dialect}.${area}`)}">${area}</a>
<div class="cells">${results.map(cell)}</div></div>`;
}

function cell({ id, verdict }: RequirementResult): Markup {
  const { mark, word } = verdictInfo(verdict);
  return h`<a class="cell ${verdict}" href="${link(id)}" title="${id}: ${word}" aria-label="${id}: ${word}">${verdict === 'pass' ? '' : mark}</a>`;
}

function areaLink(area: string): string {
  return `#?area=${encodeURIComponent(visible(area))}`;
}
