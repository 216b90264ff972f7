import { expect, it } from 'vitest';
import { sampleLoad } from '../testing/sample-load.ts';
import { loadSection } from './load.ts';

const plotsOf = (html: string): string[] =>
  [...html.matchAll(/<figcaption>([^,]+),/g)].map(([, title = '']) => title);

it('plots what was measured over time', () => {
  const html = loadSection(sampleLoad()).markup;
  expect(plotsOf(html)).toEqual([
    'Time to delivery',
    'Messages',
    'Connections',
    'Losses and errors',
    'Deliveries by time',
  ]);
});

it('leaves out the plots of what a scenario never measures', () => {
  const timeline = sampleLoad().timeline.map(({ p50: _p50, p95: _p95, p99: _p99, ...second }) => second);
  const html = loadSection({ ...sampleLoad(), histogram: [], timeline }).markup;
  expect(plotsOf(html)).toEqual(['Messages', 'Connections', 'Losses and errors']);
});

it('names what else was counted in words', () => {
  const html = loadSection({ ...sampleLoad(), others: { 'history_wrong: too many': 2 } }).markup;
  expect(html).toContain('<td>history wrong: too many</td><td class="n">2</td>');
});
