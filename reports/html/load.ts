// The part of the page that is about a load run: objectives, counts, times, and how they went over time.
import { cut } from '../escape.ts';
import type { LoadResult, Second } from '../load/model.ts';
import { h, type Markup, NOTHING } from './markup.ts';
import { barPlot, linePlot } from './plot.ts';

export function loadSection(load: LoadResult | undefined): Markup {
  if (load === undefined) return NOTHING;
  const over = (value: (second: Second) => number | undefined) => load.timeline.map(value);
  return h`<section class="more load" aria-labelledby="load"><h2 id="load">Load</h2>
<p>${cut(load.dialect, 40)}, scenario ${cut(load.scenario, 80)}, profile ${cut(load.profile, 80)}: ${load.conversations} conversations for ${load.seconds} s, ${load.perSecond} deliveries a second${load.instances === undefined ? '' : `, by ${load.instances} instances of k6`}. Times are counted from when a message was due. The raw samples are in <code>${cut(load.raw, 200)}</code>.</p>
${broke(load)}${delivery(load)}${objectives(load)}${spreads(load)}
<div class="plots">
${linePlot('Time to delivery', 'ms', [
  { name: 'p50', values: over(({ p50 }) => p50) },
  { name: 'p95', values: over(({ p95 }) => p95) },
  { name: 'p99', values: over(({ p99 }) => p99) },
])}
${linePlot('Messages', 'per second', [
  { name: 'sent', values: over(({ sent }) => sent) },
  { name: 'delivered', values: over(({ delivered }) => delivered) },
])}
${linePlot('Connections', 'open', [{ name: 'open', values: over(({ connections }) => connections) }])}
${linePlot('Losses and errors', 'per second', [{ name: 'wrong', values: over(({ wrong }) => wrong) }])}
${barPlot('Deliveries by time', 'ms', load.histogram)}
</div></section>`;
}

function broke({ limit }: LoadResult): Markup {
  if (limit === undefined) return NOTHING;
  const { second, perSecond, condition, value, lag, blame } = limit;
  const why = blame === 'k6' ? `k6 itself was ${lag} ms late` : 'k6 was in time';
  return h`<p class="limit">The time to delivery broke <code>${cut(condition, 200)}</code> after ${second} s at ${perSecond} messages a second: it was ${rounded(value)} ms (${why}).</p>`;
}

function delivery({
  sent,
  delivered,
  lost,
  duplicated,
  reordered,
  foreign,
  errors,
  others,
}: LoadResult): Markup {
  const rows = Object.entries({ sent, delivered, lost, duplicated, reordered, foreign });
  const kinds = Object.entries(errors).map(([kind, times]): [string, number] => [`errors: ${kind}`, times]);
  return table(
    ['Messages', 'Count'],
    [...rows, ...kinds, ...Object.entries(others)].map(
      ([name, count]) =>
        h`<tr><td>${cut(name.replaceAll('_', ' '), 200)}</td><td class="n">${count}</td></tr>`,
    ),
  );
}

function objectives({ objectives: all }: LoadResult): Markup {
  const rows = all.map(
    ({ metric, condition, value, kept, lag }) =>
      h`<tr><td>${kept ? mark('pass', '✓') : lag === undefined ? mark('fail', '✗') : mark('inconclusive', '?')} ${cut(metric, 200)}${lag === undefined ? NOTHING : h` (k6 itself was ${rounded(lag)} ms late)`}</td><td class="n"><code>${cut(condition, 200)}</code></td><td class="n">${rounded(value)}</td></tr>`,
  );
  return table(['Objective', 'Condition', 'Measured'], rows);
}

function mark(verdict: string, sign: string): Markup {
  return h`<span class="mark ${verdict}">${sign}</span>`;
}

function spreads({ spreads: all }: LoadResult): Markup {
  const rows = all.map(
    ({ metric, count, min, mean, p50, p90, p95, p99, max }) =>
      h`<tr><td>${cut(metric, 200)}</td>${[count, min, mean, p50, p90, p95, p99, max].map((value) => h`<td class="n">${rounded(value)}</td>`)}</tr>`,
  );
  return table(['Time in ms', 'count', 'min', 'mean', 'p50', 'p90', 'p95', 'p99', 'max'], rows);
}

function table([first = '', ...more]: string[], rows: Markup[]): Markup {
  return h`<table><thead><tr><th>${first}</th>${more.map((name) => h`<th class="n">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
