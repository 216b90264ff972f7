// What waits for somebody has to be exactly what was said to them and they have not acknowledged.
import { type BesideLine, type Member, membersOf } from '../../kit/beside.ts';
import type { Finding } from '../finding.ts';
import type { Oracle, Promised } from '../oracles.ts';
import type { State } from '../state.ts';
import { type Beside, oracleAt } from './oracles.ts';
import { type Note, pendingOf } from './state.ts';

export interface Waiting {
  who: Member;
  lines: readonly BesideLine[];
  /** Whether any frame has brought this person the text before. */
  known?: (text: string) => boolean;
}

export function judgeWaiting(state: State, waiting: Waiting, promised: Promised): Finding | undefined {
  const found = [
    ...mixed(state, waiting),
    ...state.notes.flatMap((note, at) => ofNote(state, note, at + 1, waiting)),
  ];
  return found.find(({ oracle }) => promised(oracle) !== undefined);
}

function ofNote(state: State, note: Note, n: number, { who, lines, known }: Waiting): Finding[] {
  const { place, author } = note;
  const own = lines.filter(({ text }) => text === note.text);
  const blame = (what: Beside | { oracle: Oracle }, expected: string, because: string): Finding[] => [
    {
      oracle: typeof what === 'string' ? oracleAt(place, what) : what.oracle,
      expected: `${who} fetches ${expected}`,
      received: own.length === 0 ? 'it is not there' : JSON.stringify(own),
      because,
      claim: {
        on: who,
        where: 'view',
        text: note.text,
        note: n,
        ...(expected.endsWith('not at all') ? { most: 0 } : { least: 1, most: 1 }),
      },
    },
  ];
  const [line] = own;
  const none = `note ${n} not at all`;
  if (!membersOf[place].includes(who))
    return line === undefined ? [] : blame('said to nobody else', none, `${who} fetches note ${n} of others`);
  if (author === who)
    return line === undefined ? [] : blame('shown without own', none, `${who} fetches a note of their own`);
  if (note.acknowledgedBy.includes(who)) {
    const all = pendingOf(note).surely.length === 0;
    const what = all && place !== 'aside' ? 'last acknowledgement deletes' : 'acknowledgement deletes';
    return line === undefined
      ? []
      : blame(what, none, `${who} still fetches note ${n}, which they acknowledged`);
  }
  if (line === undefined) {
    if (note.is === 'maybe' || note.perhapsBy.includes(who)) return [];
    return blame(
      missing(state, note, { who, known }),
      `note ${n}`,
      `note ${n} is missing from what ${who} fetches`,
    );
  }
  return [
    ...(own.length > 1
      ? blame('shown once', `note ${n} once`, `${who} fetches note ${n} ${own.length} times`)
      : []),
    ...(line.by !== author || line.place !== place
      ? blame(
          'shown with its author',
          `note ${n} as one of ${author}`,
          `${who} fetches note ${n} as another's`,
        ).map(withoutClaim)
      : []),
    ...ofPending(note, n, line, blame),
  ];
}

function ofPending(
  note: Note,
  n: number,
  { pending }: BesideLine,
  blame: (what: { oracle: Oracle }, expected: string, because: string) => Finding[],
): Finding[] {
  if (pending === undefined) return [];
  const { surely, perhaps } = pendingOf(note);
  const listed = new Set(pending.filter((one) => !perhaps.includes(one)));
  if (listed.size === surely.length && surely.every((one) => listed.has(one))) return [];
  const oracle = 'group: pending is who has not received';
  const expected = `note ${n} with ${surely.join(' and ')} pending`;
  return blame(
    { oracle },
    expected,
    `the pending list of note ${n} does not hold exactly ${surely.join(' and ')}`,
  ).map(withoutClaim);
}

/** It is there, once: what is wrong with it cannot be counted. */
function withoutClaim({ claim: _, ...finding }: Finding): Finding {
  return finding;
}

/** Something else was done before it went missing: that is what took it along. */
function missing(
  { notes, messages }: State,
  note: Note,
  { who, known }: Pick<Waiting, 'who'> & { known: Waiting['known'] | undefined },
): Beside {
  if (note.acknowledgedBy.length > 0) return 'acknowledgement deletes';
  const took =
    notes.some(({ acknowledgedBy }) => acknowledgedBy.includes(who)) ||
    messages.some(({ acknowledged, author }) => acknowledged && author !== who);
  if (took) return 'acknowledgement spares the rest';
  if (note.readBy.includes(who)) return 'reading spares everything';
  return note.missedBy.includes(who) && known?.(note.text) !== true ? 'shown to the absent' : 'shown to both';
}

/** Notes of groups come among those of groups, and nothing else does. */
function mixed({ mark, notes }: State, { who, lines }: Waiting): Finding[] {
  const isOfPeople = (said: string): boolean =>
    notes.every(({ text, place }) => text !== said || place === 'aside');
  const wrong = lines.find(
    ({ text, among }) => text.startsWith(mark) && isOfPeople(text) !== (among === 'people'),
  );
  if (wrong === undefined) return [];
  return [
    {
      oracle: 'kinds apart',
      expected: `${who} fetches what groups have said apart from everything else`,
      received: JSON.stringify(wrong),
      because: `${who} fetches ${wrong.among === 'groups' ? "two people's message among those of groups" : "a group's message among those of two people"}`,
    },
  ];
}
