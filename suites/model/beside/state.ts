// What the model knows of the notes: who was there when one was said, and who has not acknowledged it.
import { type Member, membersOf, type Place } from '../../kit/beside.ts';
import type { State } from '../state.ts';
import type { BesideStep } from './step.ts';

export interface Note {
  place: Place;
  author: Member;
  text: string;
  /** Maybe: the socket was lost before the target had answered. */
  is: 'there' | 'maybe';
  /** Who had never been connected when it was said. */
  missedBy: readonly Member[];
  acknowledgedBy: readonly Member[];
  /** Whose acknowledgement may be lost. */
  perhapsBy: readonly Member[];
  readBy: readonly Member[];
}

export const noteAt = ({ notes }: State, n: number): Note => {
  const found = notes[n - 1];
  if (found === undefined) throw new Error(`The run has no note ${n}: it has ${notes.length}.`);
  return found;
};

/** Texts of notes begin as those of messages do; the letter tells them apart. */
export const noteText = ({ mark, notes }: State): string => `${mark}n${notes.length + 1}`;

export const receiversOf = ({ place, author }: Pick<Note, 'place' | 'author'>): Member[] =>
  membersOf[place].filter((who) => who !== author);

/** Where somebody has a socket on which they hear. */
export function earsOf({ sockets, overheard }: State, who: Member): string[] {
  if (who === 'carol') return overheard ? ['carol'] : [];
  return sockets.filter((sock) => sock.who === who && sock.open).map(({ label }) => label);
}

const wasSeen = ({ seen, overheard }: State, who: Member): boolean =>
  who === 'carol' ? overheard : seen.includes(who);

export function afterBeside(state: State, step: BesideStep, isLost: boolean): State {
  switch (step.do) {
    case 'say beside': {
      const note: Note = {
        place: step.place,
        author: step.who,
        text: noteText(state),
        is: isLost ? 'maybe' : 'there',
        missedBy: membersOf[step.place].filter((who) => !wasSeen(state, who)),
        acknowledgedBy: [],
        perhapsBy: [],
        readBy: [],
      };
      return { ...state, notes: [...state.notes, note] };
    }
    case 'acknowledge beside':
      return withNote(state, step.note, (note) =>
        isLost
          ? { ...note, perhapsBy: [...note.perhapsBy, step.who] }
          : { ...note, acknowledgedBy: [...note.acknowledgedBy, step.who] },
      );
    case 'read beside':
      return withNote(state, step.note, (note) => ({ ...note, readBy: [...note.readBy, step.who] }));
    default:
      return state;
  }
}

function withNote(state: State, n: number, change: (note: Note) => Note): State {
  return { ...state, notes: state.notes.map((note, at) => (at === n - 1 ? change(note) : note)) };
}

/** Who still has to acknowledge it, as everybody is shown it. */
export function pendingOf(note: Note): { surely: Member[]; perhaps: readonly Member[] } {
  const open = receiversOf(note).filter((who) => !note.acknowledgedBy.includes(who));
  return { surely: open.filter((who) => !note.perhapsBy.includes(who)), perhaps: note.perhapsBy };
}
