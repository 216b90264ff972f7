// What a green is worth: how many planted faults the checks catch, and which they do not.
import { cut } from '../escape.ts';
import type { Report } from '../model.ts';
import { h, type Markup, NOTHING } from './markup.ts';

export function strength({ suite }: Report): Markup {
  const { dialects = [], survivors = [] } = suite;
  if (dialects.length === 0) return NOTHING;
  const rows = dialects.map(
    (one) =>
      h`<tr><td>${one.name}</td><td class="n">${one.caught} of ${one.total}</td><td class="n">${one.proven} of ${one.checks}</td></tr>`,
  );
  return h`<section class="more"><h2>What a pass is worth</h2>
<p>Each fault of the reference server was switched on alone, and the checks had to find it. A check is proven when some fault turns it red.</p>
<table><thead><tr><th>Dialect</th><th class="n">Faults caught</th><th class="n">Checks proven</th></tr></thead><tbody>${rows}</tbody></table>${uncaught(survivors)}</section>`;
}

function uncaught(survivors: NonNullable<Report['suite']['survivors']>): Markup {
  if (survivors.length === 0) return NOTHING;
  const rows = survivors.map(
    (one) =>
      h`<tr><td>${one.dialect}</td><td><code>${one.fault}</code></td><td>${cut(one.because, 300)}</td></tr>`,
  );
  return h`
<p>These are not caught.</p>
<table><thead><tr><th>Dialect</th><th>Fault</th><th>Why</th></tr></thead><tbody>${rows}</tbody></table>`;
}
