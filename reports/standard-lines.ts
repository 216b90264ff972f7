// The standard lines of a failure: every report format prints these, in this order, and nothing else.
import { cut, oneLine, visible } from './escape.ts';
import type { Entry, Failure, RequirementResult } from './model.ts';
import { wrap } from './wrap.ts';

export interface StandardLine {
  name: 'sent' | 'expected' | 'received' | 'because' | 'again';
  text: string;
  /** "t+12 ms", when the transcript knows it and the text does not say it. */
  at?: string;
}

export interface StandardLines {
  id: string;
  /** Level, evidence, source, and how often it was reproduced. */
  facts: string[];
  says: string;
  lines: StandardLine[];
}

export type Blamed = Pick<RequirementResult, 'id' | 'level' | 'evidence' | 'source' | 'says'>;

/** Characters that are kept of one line unless the format says otherwise. */
export const LINE_SIZE = 2_000;

export function standardLines(failure: Failure, requirement: Blamed, size = LINE_SIZE): StandardLines {
  const { level, evidence, source } = requirement;
  const { received, sent } = times(failure.transcript);
  const line = (name: StandardLine['name'], at?: number): StandardLine => {
    const text = cut(failure[name], size);
    return at === undefined || /t\+\d/.test(text)
      ? { name, text }
      : { name, text, at: `t+${Math.round(at)} ms` };
  };
  return {
    id: requirement.id,
    facts: [level, evidence, source, ...(failure.reproduced ? [`reproduced ${failure.reproduced}`] : [])],
    says: requirement.says,
    lines: [
      line('sent', sent),
      line('expected'),
      line('received', received),
      line('because'),
      // A shortened command would run something else.
      { name: 'again', text: oneLine(failure.again) },
    ],
  };
}

/** When the offending frame came, and when the last thing before it was sent. */
function times(transcript: Entry[]): { sent?: number; received?: number } {
  const at = transcript.findIndex((entry) => entry.offending === true);
  const offending = transcript[at];
  if (offending === undefined) return {};
  const before = transcript
    .slice(0, at)
    .findLast(({ kind }) => kind === 'sent' || kind === 'request' || kind === 'connecting');
  return before === undefined ? { received: offending.t } : { sent: before.t, received: offending.t };
}

/** How the parts of a block look on a terminal; plain when left out. */
export interface Paint {
  mark(text: string): string;
  id(text: string): string;
  dim(text: string): string;
}

const PLAIN: Paint = { mark: (text) => text, id: (text) => text, dim: (text) => text };
const LABEL = 10;

/** The block of DESIGN §4 as lines of plain text, at most `width` wide where its parts can be broken. */
export function standardText(block: StandardLines, mark: string, width = 80, paint = PLAIN): string[] {
  const body = block.lines.flatMap((line) => {
    const label = `  ${paint.dim(line.name.padEnd(LABEL))}`;
    if (line.name === 'again') return [label + oneLine(line.text)];
    const [first = '', ...rest] = withTime(
      wrap(visible(line.text), width - 2 - LABEL),
      line.at,
      width - 2 - LABEL,
    );
    return [label + first, ...rest.map((text) => `${' '.repeat(2 + LABEL)}${text}`)];
  });
  const says = wrap(oneLine(block.says), width - 2).map((text) => `  ${text}`);
  return [...heading(block, mark, width, paint), ...says, ...body];
}

function heading(block: StandardLines, mark: string, width: number, paint: Paint): string[] {
  const id = oneLine(block.id);
  const facts = oneLine(block.facts.join(' · '));
  const head = `${paint.mark(mark)} ${paint.id(id)}`;
  const room = width - 2 - id.length;
  if (room >= facts.length + 2) return [head + paint.dim(facts.padStart(room))];
  return [head, ...wrap(facts, width - 2).map((line) => `  ${paint.dim(line)}`)];
}

/** The time at the right edge of the last line, or on a line of its own where there is no room. */
function withTime(lines: string[], at: string | undefined, width: number): string[] {
  if (at === undefined) return lines;
  const last = lines.at(-1) ?? '';
  if (last.length + at.length + 2 > width) return [...lines, at.padStart(width)];
  return [...lines.slice(0, -1), last + at.padStart(width - last.length)];
}
