// In which direction a target lists messages, where its document leaves that open.

export interface Saying {
  text: string;
  /** The socket on which it was said: order is promised between what was said on one. */
  on: object;
}

export interface Clues {
  /** In the order of saying. */
  said: readonly Saying[];
  /** When the target says that an item came to be; NaN when it can't be told. */
  instants: readonly number[];
}

/**
 * The items, oldest first. What was said on one socket tells the direction; without two such texts the times do; and
 * where they are the same, because a server may keep no more than seconds, the order of saying.
 */
export function oldestFirst<T extends { text: string }>(items: readonly T[], clues: Clues): T[] {
  const place = new Map(items.map(({ text }, at) => [text, at]));
  const shown = clues.said.filter(({ text }) => place.has(text));
  const placesOn = (on?: object): number[] =>
    shown.filter((one) => on === undefined || one.on === on).map(({ text }) => place.get(text) ?? 0);
  const [onOne = []] = shown.map(({ on }) => placesOn(on)).filter(({ length }) => length > 1);
  const falls = [onOne, clues.instants, placesOn()].map(slope).find((found) => found !== 0) === -1;
  return falls ? items.toReversed() : [...items];
}

function slope(values: readonly number[]): number {
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  return Math.sign(last - first) || 0;
}
