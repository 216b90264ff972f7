// After a run: no note was heard twice, in the wrong order, by strangers, or as somebody else's.
import { type BesideNews, membersOf } from '../../kit/beside.ts';
import type { Finding } from '../finding.ts';
import type { Promised } from '../oracles.ts';
import type { Run } from '../run.ts';
import { oracleAt } from './oracles.ts';
import type { Note } from './state.ts';

export interface NoteEar {
  label: string;
  who: string;
  aside: readonly BesideNews[];
}

/** What one seat was told of the notes that were said there: their ids. */
export interface Told {
  who: string;
  confirmed: readonly string[];
}

/**
 * What was said elsewhere: where all sockets of a person hear each confirmation, they come here as well. There is no id
 * when nobody was told of it where it was said, as after a lost connection.
 */
interface Beside {
  author: string;
  id: string | undefined;
}

export function judgeNotes({ stage, state, ids, noteIds, judged }: Run): Finding | undefined {
  for (const ear of stage.ears) ear.listen();
  const seats = [...stage.seats].map(([key, { socket }]) => ({
    who: key.split(' ')[0] ?? '',
    confirmed: socket.heard.flatMap((heard) => {
      const news = stage.verbs.beside?.newsOf(heard);
      return news?.kind === 'confirmed' && news.id !== undefined ? [news.id] : [];
    }),
  }));
  const besides = state.messages.map(({ author }, at) => ({ author, id: ids.get(at + 1) }));
  return notesHeard(state.notes, { ears: stage.ears, seats, ids: noteIds, besides }, judged);
}

export function notesHeard(
  notes: readonly Note[],
  heard: {
    ears: readonly NoteEar[];
    seats: readonly Told[];
    ids: ReadonlyMap<number, string>;
    besides?: readonly Beside[];
  },
  promised: Promised,
): Finding | undefined {
  const found = [
    ...heard.ears.flatMap((ear) => [
      ...notes.flatMap((note, at) => ofNote(note, at + 1, ear)),
      ...disorder(notes, ear),
    ]),
    ...heard.seats.flatMap((seat) => confirmedTwice(notes, seat, heard)),
  ];
  return found.find(({ oracle }) => promised(oracle) !== undefined);
}

function ofNote({ place, author, text }: Note, n: number, { label, who, aside }: NoteEar): Finding[] {
  const said = aside.filter((news) => news.kind === 'said' && news.text === text);
  const [first] = said;
  if (first === undefined) return [];
  if (!membersOf[place].some((one) => one === who))
    return [
      {
        oracle: oracleAt(place, 'said to nobody else'),
        expected: `${label} does not hear note ${n}`,
        received: 'it was heard',
        because: `${label}, whom it does not concern, heard note ${n}`,
        claim: { on: label, where: 'socket', kind: 'said', text, note: n, most: 0 },
      },
    ];
  const found: Finding[] = [];
  if (said.length > 1)
    found.push({
      oracle: oracleAt(place, 'said once'),
      expected: `${label} hears note ${n} once`,
      received: `${said.length} times`,
      because: `${label} heard note ${n} ${said.length} times`,
      claim: { on: label, where: 'socket', kind: 'said', text, note: n, most: 1 },
    });
  if (said.some((news) => news.by !== author || news.place !== place))
    found.push({
      oracle: oracleAt(place, 'said by its author'),
      expected: `note ${n} comes as one of ${author}, from where it was said`,
      received: `it comes as one of ${first.by ?? 'somebody else'}`,
      because: `the frame that brought note ${n} to ${label} names another author or another group`,
    });
  return found;
}

/** What one person says in one place comes in the order in which it was said. */
function disorder(notes: readonly Note[], { label, aside }: NoteEar): Finding[] {
  const latest = new Map<string, number>();
  for (const news of aside) {
    if (news.kind !== 'said') continue;
    const n = notes.findIndex(({ text }) => text === news.text) + 1;
    const note = notes[n - 1];
    if (note?.is !== 'there') continue;
    const key = `${note.author} ${note.place}`;
    const before = latest.get(key) ?? 0;
    latest.set(key, Math.max(n, before));
    if (before <= n) continue;
    return [
      {
        oracle: oracleAt(note.place, 'said in order'),
        expected: `${label} hears note ${n} before note ${before}`,
        received: `note ${before} came first`,
        because: `note ${n} came to ${label} after note ${before}, which was said later`,
      },
    ];
  }
  return [];
}

function confirmedTwice(
  notes: readonly Note[],
  { who, confirmed }: Told,
  { ids, besides = [] }: { ids: ReadonlyMap<number, string>; besides?: readonly Beside[] },
): Finding[] {
  return notes.flatMap(({ author, place }, at) => {
    // What one author said with one time in two places has the same id: each may be confirmed once.
    const alike =
      notes.filter((other, n) => other.author === author && ids.get(n + 1) === ids.get(at + 1)).length +
      besides.filter((one) => one.author === author && (one.id === undefined || one.id === ids.get(at + 1)))
        .length;
    const count = author === who ? confirmed.filter((id) => id === ids.get(at + 1)).length : 0;
    if (count <= alike) return [];
    return [
      {
        oracle: oracleAt(place, 'confirmed once'),
        expected: `${who} hears once that note ${at + 1} was taken`,
        received: `${count} times`,
        because: `${who} heard ${count} times that note ${at + 1} was taken`,
      },
    ];
  });
}
