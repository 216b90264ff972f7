// The end of the page: choices where a document is silent, declared deviations, slow checks.
import { cut } from '../escape.ts';
import { groupBy } from '../evidence.ts';
import type { Report } from '../model.ts';
import { seconds } from '../verdicts.ts';
import { h, link, type Markup, NOTHING, prose } from './markup.ts';

const SLOWEST = 10;

export function appendix(report: Report): Markup {
  return h`${observed(report)}${deviations(report)}${slowest(report)}`;
}

function observed(report: Report): Markup {
  if (report.observed.length === 0) return NOTHING;
  const groups = groupBy(report.observed, (one) => one.dialect).map(
    ([dialect, choices]) =>
      h`<tbody><tr><th colspan="3" scope="rowgroup">${dialect}</th></tr>${choices.map(
        (one) =>
          h`<tr><td>${cut(one.topic, 500)}</td><td>${cut(one.branch, 500)}</td><td class="n">${one.times} ×</td></tr>`,
      )}</tbody>`,
  );
  return h`<section class="more"><h2>Chosen where a document is silent</h2>
<p>Every one of these passes; they tell this target from others.</p>
<table><thead><tr><th>Question</th><th>Seen</th><th class="n">Times</th></tr></thead>${groups}</table></section>`;
}

function deviations(report: Report): Markup {
  if (report.declaredDeviations.length === 0) return NOTHING;
  const rows = report.declaredDeviations.map(
    (one) =>
      h`<tr><td>${one.dialect}</td><td><code>${cut(one.name, 200)}</code></td><td>${one.kind}</td><td>${cut(one.says, 500)}</td></tr>`,
  );
  return h`<section class="more"><h2>Declared deviations</h2>
<p>Allowed, because the configuration of the target says so.</p>
<table><thead><tr><th>Dialect</th><th>Name</th><th>Kind</th><th>Meaning</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

function slowest(report: Report): Markup {
  const checks = report.checks.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, SLOWEST);
  const longest = checks[0]?.durationMs ?? 0;
  if (longest === 0) return NOTHING;
  const known = new Set(report.requirements.map((one) => one.id));
  const rows = checks.map((check) => {
    const says = prose(cut(check.says, 200));
    const requirement = check.requires.find((id) => known.has(id));
    const name = requirement === undefined ? says : h`<a href="${link(requirement)}">${says}</a>`;
    const width = Math.max(1, Math.round((check.durationMs / longest) * 120));
    return h`<tr><td>${name}</td><td>${check.dialect}</td><td class="bar"><svg width="120" height="8" aria-hidden="true"><rect width="${width}" height="8" rx="2"/></svg></td><td class="n">${seconds(check.durationMs)}</td></tr>`;
  });
  return h`<section class="more"><h2>Slowest checks</h2>
<table><thead><tr><th>Check</th><th>Dialect</th><th class="bar"></th><th class="n">Took</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}
