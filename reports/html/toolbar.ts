// The filters: by text, verdict, level and area. The script of the page brings them to life.
import { byDialect } from '../evidence.ts';
import type { Report } from '../model.ts';
import { VERDICTS } from '../verdicts.ts';
import { h, type Markup, NOTHING } from './markup.ts';

export function toolbar(report: Report): Markup {
  if (report.requirements.length === 0) return NOTHING;
  const used = VERDICTS.filter(({ count }) => report.summary[count] > 0);
  const total = report.requirements.length;
  return h`<form class="toolbar" id="filters" role="search" aria-label="Filter the requirements">
<label class="search"><span class="hide">Search</span><input type="search" name="q" placeholder="Search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></label>
<fieldset class="chips"><legend class="hide">Verdict</legend>${used.map(({ verdict, mark, short }) => chip('verdict', verdict, mark, short))}</fieldset>
<fieldset class="chips"><legend class="hide">Level</legend>${['must', 'should', 'may'].map((level) => chip('level', level, '', level))}</fieldset>
<label><span class="hide">Area</span><select name="area"><option value="">all areas</option>${areas(report)}</select></label>
<p class="shown"><output id="shown" aria-live="polite">${total} of ${total}</output> <button type="reset">Clear</button></p>
</form>`;
}

function chip(name: string, value: string, mark: string, word: string): Markup {
  const icon = mark === '' ? NOTHING : h`<i aria-hidden="true">${mark}</i> `;
  return h`<label class="chip ${value}"><input type="checkbox" name="${name}" value="${value}"><span>${icon}${word}</span></label>`;
}

function areas(report: Report): Markup[] {
  return byDialect(report).map(([dialect, results]) => {
    const names = [...new Set(results.map((one) => one.area))];
    const options = names.map((area) => h`<option value="${dialect}.${area}">${dialect}.${area}</option>`);
    return h`<optgroup label="${dialect}"><option value="${dialect}">${dialect}: all</option>${options}</optgroup>`;
  });
}
