// What is wrong with a conversation as it is shown, read from the texts alone.
import { type Stamp, WRITTEN } from './stamp.ts';

/** What a dialect promises of each view. */
export interface Promised {
  /** No more than so many messages, the newest ones; without it, all of them. */
  atMost?: number;
  order?: 'oldest first' | 'newest first';
}

export interface View {
  /** The messages in question, as they are shown. */
  found: Stamp[];
  missing: number;
  duplicated: number;
  /** They stand in neither order. */
  isMixed: boolean;
  /** Messages of other conversations. */
  foreign: Stamp[];
  wrong: ('too many' | 'wrong way round')[];
}

export interface Wanted extends Promised {
  conversation: number;
  from: number;
  to: number;
}

export function viewOf(
  texts: readonly unknown[],
  read: (text: unknown) => Stamp | undefined,
  { conversation, from, to, atMost = Infinity, order }: Wanted,
): View {
  const stamps = texts.map(read).filter((stamp) => stamp !== undefined);
  const own = stamps.filter((stamp) => stamp.conversation === conversation && stamp.sender === WRITTEN);
  const found = own.filter(({ n }) => n >= from && n < to);
  const numbers = found.map(({ n }) => n);
  const different = new Set(numbers).size;
  const [up, down] = [ascends(numbers), ascends(numbers.toReversed())];
  const isTurned = order === 'oldest first' ? down && !up : order === 'newest first' ? up && !down : false;
  return {
    found,
    missing: to - from - different,
    duplicated: found.length - different,
    isMixed: !up && !down,
    foreign: stamps.filter((stamp) => stamp.conversation !== conversation),
    wrong: [
      ...(texts.length > atMost ? (['too many'] as const) : []),
      ...(isTurned ? (['wrong way round'] as const) : []),
    ],
  };
}

function ascends(numbers: number[]): boolean {
  return numbers.every((n, at) => n >= (numbers[at - 1] ?? n));
}
