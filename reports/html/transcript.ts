// The raw transcript of a check, folded, in columns.
import { cut } from '../escape.ts';
import type { Entry } from '../model.ts';
import { count } from '../verdicts.ts';
import { h, type Markup, NOTHING } from './markup.ts';

const LINES = 200;
const SIZE = 1_000;

export function transcript(entries: Entry[]): Markup {
  const shown = entries.slice(0, LINES);
  const column = (of: (entry: Entry) => string) =>
    Math.min(24, Math.max(...shown.map((one) => of(one).length)));
  const widths = { t: column(time), who: column((one) => one.who), where: column((one) => one.where) };
  const rows = shown.map((entry) => row(entry, widths));
  const more = entries.length - LINES;
  return h`<details class="transcript"><summary>Raw transcript, ${count(entries.length, 'line')}</summary>
<pre tabindex="0">${rows}${more > 0 ? h`… ${more} more in report.json` : NOTHING}</pre></details>`;
}

function row(entry: Entry, widths: { t: number; who: number; where: number }): Markup {
  const text = [
    time(entry).padStart(widths.t),
    cut(entry.who, 60).padEnd(widths.who),
    entry.kind.padEnd(10),
    cut(entry.where, 200).padEnd(widths.where),
    cut(entry.what, SIZE),
  ].join('  ');
  return entry.offending === true ? h`<mark>${text}</mark>\n` : h`${text}\n`;
}

function time({ t }: Entry): string {
  return `t+${t.toFixed(1)} ms`;
}
