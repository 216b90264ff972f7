// A sequence diagram of an exchange as inline SVG: time, lanes with arrows, and what went over the wire.
import { cut, oneLine } from '../escape.ts';
import type { Entry } from '../model.ts';
import { type Lane, type Lanes, lanesOf, type Row } from './lanes.ts';
import { h, type Markup, NOTHING } from './markup.ts';

const WIDTH = 1_020;
const TIME = 72;
const FIRST_LANE = 128;
const LANE = 112;
const ROW = 24;
const TOP = 50;
const CHARACTER = 6.7;

interface Geometry extends Lanes {
  server: number;
  text: number;
  height: number;
  y(row: number): number;
}

export function sequence(entries: Entry[]): Markup {
  const lanes = lanesOf(entries);
  const server = FIRST_LANE + lanes.lanes.length * LANE;
  const y = (row: number) =>
    TOP + row * ROW + (lanes.skipped.n > 0 && row > lanes.skipped.after ? ROW : 0) + ROW / 2;
  const height = y(lanes.rows.length) + 4;
  const all: Geometry = { ...lanes, server, text: server + 22, height, y };
  return h`<div class="sequence" tabindex="0" role="group" aria-label="Sequence diagram">
<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${described(all)}">
${band(all)}${lanes.lanes.map((lane, i) => laneLines(lane, i, all))}${serverLane(all)}${gap(all)}${lanes.rows.map((row, i) => arrow(row, i, all))}
</svg></div>`;
}

function described({ lanes, rows }: Geometry): string {
  const people = [...new Set(lanes.map((lane) => oneLine(cut(lane.who, 60))))].join(', ');
  const bad = rows.find(({ entry }) => entry.offending === true)?.entry;
  const blame = bad === undefined ? '' : `; offending: ${bad.kind}, ${oneLine(cut(bad.who, 60))}, ${at(bad)}`;
  return `${rows.length} steps between ${people} and the server${blame}`;
}

function laneLines(lane: Lane, i: number, { y, height, rows }: Geometry): Markup {
  const x = laneX(i);
  const open =
    lane.from === undefined
      ? NOTHING
      : h`<line class="live" x1="${x}" x2="${x}" y1="${y(lane.from)}" y2="${y(lane.to ?? rows.length - 0.5)}"/>`;
  return h`<text class="who" x="${x}" y="17">${short(lane.who, 14)}</text>
<text class="over" x="${x}" y="33">${short(lane.over, 17)}<title>${cut(oneLine(lane.over), 300)}</title></text>
<line class="life" x1="${x}" x2="${x}" y1="${TOP - 8}" y2="${height - 6}"/>${open}`;
}

function serverLane({ server, height }: Geometry): Markup {
  return h`<text class="who server" x="${server}" y="17">server</text><text class="over" x="${server}" y="33">target</text>
<line class="life server" x1="${server}" x2="${server}" y1="${TOP - 8}" y2="${height - 6}"/>`;
}

function band({ rows, y }: Geometry): Markup {
  const bad = rows.flatMap(({ entry }, i) => (entry.offending === true ? [i] : []));
  return h`${bad.map((i) => h`<rect class="band" x="0" y="${y(i) - ROW / 2}" width="${WIDTH}" height="${ROW}" rx="5"/>`)}`;
}

function gap({ skipped, y, text }: Geometry): Markup {
  if (skipped.n === 0) return NOTHING;
  return h`<text class="note" x="${text}" y="${y(skipped.after) + ROW + 4}">… ${skipped.n} more, in the transcript</text>`;
}

function arrow({ entry, lane }: Row, i: number, { server, text, y }: Geometry): Markup {
  const at_ = y(i);
  const kind = `step ${entry.kind}${entry.offending === true ? ' offending' : ''}`;
  const room = Math.floor((WIDTH - text - 8) / CHARACTER);
  const words = h`<text class="time" x="${TIME}" y="${at_ + 4}">${at(entry)}</text><text class="what" x="${text}" y="${at_ + 4}">${entry.offending === true ? h`<tspan class="bad">✗ </tspan>` : NOTHING}${short(said(entry), room - 2)}</text>`;
  if (lane === undefined) return h`<g class="${kind} note">${words}</g>`;
  return h`<g class="${kind}">${shaft(entry, laneX(lane), server, at_)}${words}</g>`;
}

function shaft({ kind }: Entry, x: number, server: number, y: number): Markup {
  if (kind === 'closed') return h`<path class="cross" d="M${x - 5} ${y - 5}l10 10m0 -10l-10 10"/>`;
  const towardsServer = kind === 'sent' || kind === 'request' || kind === 'connecting';
  const [from, to] = towardsServer ? [x, server] : [server, x];
  const tip = towardsServer ? to - 7 : to + 7;
  return h`<line class="shaft" x1="${from}" x2="${tip}" y1="${y}" y2="${y}"/><path class="head" d="M${to} ${y}L${tip} ${y - 4.5}V${y + 4.5}Z"/><circle class="from" cx="${from}" cy="${y}" r="2.5"/>`;
}

/** What stands beside an arrow: the frame, or what happened. */
function said({ kind, where, what }: Entry): string {
  if (kind === 'request') return `${where} ${what}`;
  if (kind === 'connecting') return `connects ${what}`;
  if (kind === 'open') return `open ${what}`;
  if (kind === 'closed') return `closed ${what}`;
  return what;
}

function short(text: string, size: number): string {
  const line = oneLine(text.slice(0, size * 2));
  return line.length <= size ? line : `${line.slice(0, size - 1)}…`;
}

function laneX(i: number): number {
  return FIRST_LANE + i * LANE;
}

function at({ t }: Entry): string {
  return `${Math.round(t)} ms`;
}
