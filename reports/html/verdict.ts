// The top of the page: the verdict, what makes it so, and the facts of the run.
import { cut, oneLine } from '../escape.ts';
import { evidenceByRequirement } from '../evidence.ts';
import type { Report, Verdict } from '../model.ts';
import { judgesLoad, overallMark, seconds, VERDICTS, verdictInfo, verdictSentence } from '../verdicts.ts';
import { h, link, type Markup, NOTHING } from './markup.ts';

const LISTED = 4;
const BREAKING: readonly Verdict[] = ['fail', 'harness-error'];

export function verdictSection(report: Report): Markup {
  const { summary } = report;
  const tone = summary.verdict.replace(' ', '-');
  return h`<section class="verdict ${tone}" aria-labelledby="verdict">
<div>
<h1 id="verdict"><span class="seal" aria-hidden="true">${overallMark(summary.verdict)}</span>${capital(summary.verdict)}</h1>
<p class="why">${capital(cut(verdictSentence(report), 1_000)).replace(/\.?$/, '.')}</p>
${early(report)}${counts(report)}${broke(report)}
</div>
${facts(report)}
</section>${baseline(report)}`;
}

function early({ endedEarly, summary }: Report): Markup {
  if (endedEarly === undefined || summary.verdict === 'unreachable') return NOTHING;
  return h`<p class="callout">The run ended early: ${cut(endedEarly, 1_000)}</p>`;
}

function counts(report: Report): Markup {
  if (judgesLoad(report)) return NOTHING;
  const { summary } = report;
  const all = VERDICTS.map(({ verdict, count, word, means }) => {
    const n = summary[count];
    return h`<li class="${verdict}${n === 0 ? ' none' : ''}"><a href="#?verdict=${verdict}" title="${means}"><b>${n}</b> <span>${word}</span></a></li>`;
  });
  return h`<ul class="counts" aria-label="Requirements by verdict">${all}</ul>`;
}

/** The first things that broke and why, so that they are read before anything is scrolled. */
function broke(report: Report): Markup {
  const evidence = evidenceByRequirement(report);
  const broken = BREAKING.flatMap((verdict) => report.requirements.filter((one) => one.verdict === verdict));
  if (broken.length === 0) return NOTHING;
  const items = broken.slice(0, LISTED).map(({ id, verdict, reason }) => {
    const why = evidence.get(id)?.[0]?.failure.because ?? reason ?? '';
    const { mark, word } = verdictInfo(verdict);
    return h`<li><span class="mark ${verdict}" role="img" aria-label="${word}">${mark}</span><a href="${link(id)}">${id}</a> <span>${cut(oneLine(why), 200)}</span></li>`;
  });
  const more = broken.length - LISTED;
  const rest =
    more > 0 ? h`<li class="rest"><a href="#?verdict=${BREAKING.join()}">and ${more} more</a></li>` : NOTHING;
  return h`<ul class="broke" aria-label="What broke">${items}${rest}</ul>`;
}

function facts(report: Report): Markup {
  const { suite, tool, summary } = report;
  const strength =
    suite.faultsTotal === 0 ? 'not measured' : `${suite.faultsCaught} of ${suite.faultsTotal} faults caught`;
  const rows: [string, string][] = [
    ['Target', cut(report.target, 300)],
    ['Gated level', `${summary.level} (exit code ${summary.exitCode})`],
    ['Started', report.startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')],
    ['Took', seconds(report.durationMs)],
    ['Seed', String(report.seed)],
    ['Profile', cut(report.profile, 100)],
    ['Suite strength', strength],
    ['Made by', `chatproof ${tool.version}, Node ${tool.node}`],
  ];
  const idle = judgesLoad(report) ? ['Gated level', 'Seed', 'Suite strength'] : [];
  const shown = rows.filter(([name]) => !idle.includes(name));
  return h`<dl class="facts">${shown.map(([name, value]) => h`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function baseline({ baselineProblems, requirements }: Report): Markup {
  if (baselineProblems.length === 0) return NOTHING;
  const known = new Set(requirements.map((one) => one.id));
  const items = baselineProblems.map(({ requirement, says }) => {
    const id = h`<code>${cut(requirement, 300)}</code>`;
    const name = known.has(requirement) ? h`<a href="${link(requirement)}">${id}</a>` : id;
    return h`<li>${name} ${cut(says, 1_000)}</li>`;
  });
  return h`<section class="callout baseline" aria-labelledby="baseline">
<h2 id="baseline"><span class="sign" aria-hidden="true">✗</span> The baseline no longer tells the truth</h2><ul>${items}</ul></section>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
