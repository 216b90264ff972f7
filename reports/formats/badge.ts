// A badge for a README: the verdict, the gated level, the date and the strength of the suite.
import { html, xml } from '../escape.ts';
import type { Format, Report, Summary } from '../model.ts';

const COLOURS: Record<Summary['verdict'], string> = {
  conformant: '#12715b',
  'not conformant': '#b3261e',
  inconclusive: '#5f6672',
  unreachable: '#5f6672',
  'harness error': '#5f6672',
};

const LABEL = 'chatproof';
const PADDING = 7;

export const format: Format = {
  name: 'badge',
  says: 'an SVG badge with the verdict, the level, the date and the strength of the suite',
  file: 'badge.svg',
  render(report) {
    const value = words(report);
    const left = width(LABEL);
    const right = width(value);
    const whole = left + right;
    const title = html(`${LABEL}: ${value}`);
    const text = (at: number, room: number, says: string) =>
      `<text x="${at + room / 2}" y="14" textLength="${room - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${xml(says)}</text>`;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="20" role="img" aria-label="${title}">`,
      `<title>${title}</title>`,
      `<clipPath id="r"><rect width="${whole}" height="20" rx="4"/></clipPath>`,
      `<g clip-path="url(#r)"><path fill="#30343b" d="M0 0h${left}v20H0z"/>`,
      `<path fill="${COLOURS[report.summary.verdict]}" d="M${left} 0h${right}v20H${left}z"/></g>`,
      '<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
      `${text(0, left, LABEL)}${text(left, right, value)}</g></svg>\n`,
    ].join('');
  },
};

function words({ summary, startedAt, suite }: Report): string {
  const strength = suite.faultsTotal > 0 ? [`${suite.faultsCaught}/${suite.faultsTotal} faults`] : [];
  return [summary.verdict, summary.level, startedAt.slice(0, 10), ...strength].join(' · ');
}

/** As wide as Verdana at 11 px is on the average; textLength makes up for the rest. */
function width(text: string): number {
  return Math.round(text.length * 6.6) + 2 * PADDING;
}
