// The whole report as one HTML file that needs nothing else: no request, no framework, no script to be read.
import { checksByRequirement, evidenceByRequirement } from '../evidence.ts';
import type { Report, RequirementResult, Verdict } from '../model.ts';
import { judgesLoad, overallMark } from '../verdicts.ts';
import { appendix } from './appendix.ts';
import { assets } from './assets.ts';
import { budget } from './budget.ts';
import { loadSection } from './load.ts';
import { h, type Markup, NOTHING, trusted } from './markup.ts';
import { picture } from './picture.ts';
import { requirementItem } from './requirement.ts';
import { strength } from './strength.ts';
import { toolbar } from './toolbar.ts';
import { verdictSection } from './verdict.ts';

export function page(report: Report): string {
  const { style, script, policy } = assets();
  const { summary } = report;
  return h`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${overallMark(summary.verdict)} ${summary.verdict} · chatproof</title>
<link rel="icon" href="${icon(summary.exitCode)}">
<style>${trusted(style)}</style>
<script>${trusted(script)}</script>
</head>
<body>
${skip(report)}
<header class="top"><span class="brand">chatproof</span><span class="kind">report</span><button type="button" id="theme" aria-label="Switch between light and dark"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/></svg></button></header>
<main>
${verdictSection(report)}
${picture(report)}
${loadSection(report.load)}${requirements(report)}
${strength(report)}${appendix(report)}
</main>
<footer><p>Everything that the target sent is shown as text. Keys: <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous requirement, <kbd>Enter</kbd> opens it.</p></footer>
</body>
</html>
`.markup;
}

function skip(report: Report): Markup {
  if (judgesLoad(report)) return h`<a class="skip" href="#load">Skip to the load</a>`;
  return h`<a class="skip" href="#requirements">Skip to the requirements</a>`;
}

const SECTIONS: readonly { title: string; verdicts: Verdict[]; says: string }[] = [
  { title: 'What broke', verdicts: ['fail', 'harness-error'], says: '' },
  { title: 'Broken below the gate', verdicts: ['warn'], says: 'These do not fail the run at its level.' },
  { title: 'Known to the baseline', verdicts: ['known'], says: 'These fail as the baseline says.' },
  { title: 'Not judged', verdicts: ['inconclusive'], says: '' },
  { title: 'Passed', verdicts: ['pass'], says: '' },
  { title: 'Not applicable', verdicts: ['inapplicable'], says: '' },
];

function requirements(report: Report): Markup {
  if (judgesLoad(report)) return NOTHING;
  return h`<div>
${toolbar(report)}
<div id="requirements" tabindex="-1">${sections(report)}<p class="none-shown" hidden>No requirement matches these filters.</p></div>
</div>`;
}

/** So many failures are open from the start; with more the page would hide what else there is. */
const OPEN = 4;

function sections(report: Report): Markup {
  const evidence = evidenceByRequirement(report);
  const checks = checksByRequirement(report);
  const room = budget([...evidence.values()].flat().length);
  let opened = 0;
  const item = (one: RequirementResult) => {
    const broken = one.verdict === 'fail' || one.verdict === 'harness-error';
    const found = evidence.get(one.id) ?? [];
    return requirementItem(one, {
      evidence: found,
      checks: checks.get(one.id) ?? [],
      budget: room,
      open: broken && opened++ < OPEN,
    });
  };
  return h`${SECTIONS.map(({ title, verdicts, says }) => {
    const results = verdicts.flatMap((verdict) =>
      report.requirements.filter((one) => one.verdict === verdict),
    );
    if (results.length === 0) return NOTHING;
    return h`<section class="group"><h2>${title} <span class="n">${results.length}</span></h2>${says === '' ? NOTHING : h`<p class="says">${says}</p>`}
${results.map(item)}</section>`;
  })}`;
}

function icon(exitCode: number): string {
  const colour = exitCode === 0 ? '%2312715b' : exitCode === 1 ? '%23b3261e' : '%235f6672';
  return `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='${colour}'/%3E%3C/svg%3E`;
}
