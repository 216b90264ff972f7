// Small plots as inline SVG: lines over the seconds of a run, and the bars of a histogram.
import { h, type Markup, NOTHING } from './markup.ts';

export interface Line {
  name: string;
  /** One value a second; where there is none, the line has a gap. */
  values: readonly (number | undefined)[];
}

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [560, 170, 48, 10, 22];
const INNER = WIDTH - LEFT - 8;
const DEEP = HEIGHT - TOP - BOTTOM;

/** Nothing, where nothing was measured. */
export function linePlot(title: string, unit: string, lines: readonly Line[]): Markup {
  if (lines.every(({ values }) => values.every((value) => value === undefined))) return NOTHING;
  const top = roundedUp(Math.max(1, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const count = Math.max(2, ...lines.map(({ values }) => values.length));
  const x = (second: number): number => LEFT + (second / (count - 1)) * INNER;
  const y = (value: number): number => TOP + DEEP * (1 - value / top);
  const drawn = lines.map(
    ({ values }, at) =>
      h`<path class="line s${at}" d="${values.map((value, second) => step(values, second, value, { x, y })).join('')}"/>`,
  );
  const legend =
    lines.length < 2
      ? NOTHING
      : h`<p class="legend">${lines.map(({ name }, at) => h`<span class="s${at}">${name}</span> `)}</p>`;
  return h`<figure class="plot"><figcaption>${title}, ${unit}</figcaption>${frame(title, { top, left: '0 s', right: `${count - 1} s` }, drawn)}${legend}</figure>`;
}

export interface Bar {
  from: number;
  to: number;
  count: number;
}

export function barPlot(title: string, unit: string, bars: readonly Bar[]): Markup {
  if (bars.length === 0) return NOTHING;
  const top = roundedUp(Math.max(1, ...bars.map(({ count }) => count)));
  const wide = INNER / Math.max(1, bars.length);
  const drawn = bars.map(({ from, to, count }, at) => {
    const high = (count / top) * DEEP;
    return h`<rect class="pillar" x="${fixed(LEFT + at * wide)}" y="${fixed(TOP + DEEP - high)}" width="${fixed(Math.max(1, wide - 1))}" height="${fixed(high)}"><title>${from} to ${to} ${unit}: ${count}</title></rect>`;
  });
  const [left, right] = [`${bars[0]?.from ?? 0} ${unit}`, `${bars.at(-1)?.to ?? 0} ${unit}`];
  return h`<figure class="plot"><figcaption>${title}, ${unit}</figcaption>${frame(title, { top, left, right }, drawn)}</figure>`;
}

interface Axes {
  top: number;
  left: string;
  right: string;
}

function frame(title: string, { top, left, right }: Axes, inside: readonly Markup[]): Markup {
  const rules = [0, 0.5, 1].map((part) => {
    const at = TOP + DEEP * (1 - part);
    return h`<line class="rule" x1="${LEFT}" x2="${WIDTH - 8}" y1="${at}" y2="${at}"/><text x="${LEFT - 6}" y="${at + 4}" text-anchor="end">${short(top * part)}</text>`;
  });
  return h`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">${rules}${inside}<text x="${LEFT}" y="${HEIGHT - 5}">${left}</text><text x="${WIDTH - 8}" y="${HEIGHT - 5}" text-anchor="end">${right}</text></svg>`;
}

interface Scale {
  x: (second: number) => number;
  y: (value: number) => number;
}

/** A value without neighbours is drawn as a dot: a line of no length with round ends. */
function step(values: Line['values'], second: number, value: number | undefined, { x, y }: Scale): string {
  if (value === undefined) return '';
  const before = values[second - 1];
  const point = `${fixed(x(second))} ${fixed(y(value))}`;
  return before === undefined ? `M${point}L${point}` : `L${point}`;
}

/** 1, 2 or 5 times a power of ten. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((digit) => digit * power >= value) ?? 10) * power;
}

function short(value: number): string {
  return value >= 10_000 ? `${value / 1000}k` : String(Math.round(value * 10) / 10);
}

function fixed(value: number): string {
  return value.toFixed(1);
}
