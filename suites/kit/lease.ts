// Three people at a time: every check borrows a trio, so that checks that run side by side never share anybody.
import { Unmet } from './failure.ts';
import type { Group, Id, People, Person, Room } from './people.ts';

/** Alice and bob share a conversation; the third does not belong to it. */
export interface Trio {
  people: [Person, Person, Person];
  /** Everybody else who was supplied: for what needs two people who have never written to each other. */
  strangers: readonly Person[];
  /** The provisioned room of two of the three, by their positions: room(0, 1) is alice's and bob's. */
  room(one: 0 | 1 | 2, other: 0 | 1 | 2): Id;
  /** A provisioned group: the one with all three, or the one without the third. */
  group(size: 'all' | 'two'): Group;
}

export interface Leases {
  borrow(): Promise<Trio>;
  giveBack(trio: Trio): void;
  /** New people from the next loan on; loans that are out are not taken back into the pool. */
  replace(people: People): void;
  readonly size: number;
}

/** The trios to ask for: three people each, a room for every pair, one group of three and one of two. */
export function wish(
  trios: number,
  kinds: { rooms: boolean; groups: boolean },
): { people: number; rooms: string[][]; groups: { members: string[]; admins: string[] }[] } {
  const keys = Array.from({ length: trios }, (_, at) => [1, 2, 3].map((n) => `p${at * 3 + n}`));
  return {
    people: trios * 3,
    rooms: kinds.rooms
      ? keys.flatMap(([a = '', b = '', c = '']) => [
          [a, b],
          [a, c],
          [b, c],
        ])
      : [],
    groups: kinds.groups
      ? keys.flatMap(([a = '', b = '', c = '']) => [
          { members: [a, b, c], admins: [a] },
          { members: [a, b], admins: [a] },
        ])
      : [],
  };
}

export function leases(people: People): Leases {
  let generation = 0;
  let all = triosOf(people);
  let free = [...all];
  const from = new WeakMap<Trio, number>(all.map((trio) => [trio, generation]));
  const waiting: ((trio: Trio) => void)[] = [];
  return {
    get size() {
      return all.length;
    },
    async borrow() {
      const trio = free.shift();
      return trio ?? new Promise((resolve) => waiting.push(resolve));
    },
    giveBack(trio) {
      if (from.get(trio) !== generation) return;
      const next = waiting.shift();
      if (next === undefined) free.push(trio);
      else next(trio);
    },
    replace(renewed) {
      generation += 1;
      all = triosOf(renewed);
      free = [...all];
      for (const trio of all) from.set(trio, generation);
      while (waiting.length > 0 && free.length > 0) {
        const trio = free.shift();
        if (trio !== undefined) waiting.shift()?.(trio);
      }
    },
  };
}

/** Cuts the supplied people into trios; people who share a room or group stay together. */
export function triosOf({ people, rooms, groups }: People): Trio[] {
  const left = new Map(people.map((person) => [person.key, person]));
  const trios: Trio[] = [];
  const take = (keys: string[]): void => {
    const [a, b, c] = keys.map((key) => left.get(key));
    if (a === undefined || b === undefined || c === undefined) return;
    for (const key of keys) left.delete(key);
    trios.push(trioOf([a, b, c], { people, rooms, groups }));
  };
  for (const { members } of groups) if (members.length === 3) take(members);
  for (const { members } of rooms) {
    const [a = '', b = ''] = members;
    if (!left.has(a) || !left.has(b)) continue;
    const third =
      [...left.keys()].find((key) => key !== a && key !== b && sharesRoom(rooms, a, key)) ??
      [...left.keys()].find((key) => key !== a && key !== b);
    if (third !== undefined) take([a, b, third]);
  }
  while (left.size >= 3) take([...left.keys()].slice(0, 3));
  return trios;
}

const sharesRoom = (rooms: readonly Room[], one: string, other: string): boolean =>
  rooms.some(({ members }) => members.includes(one) && members.includes(other));

function trioOf(three: [Person, Person, Person], { people, rooms, groups }: People): Trio {
  return {
    people: three,
    strangers: people.filter((person) => !three.includes(person)),
    room(one, other) {
      const pair = [three[one].key, three[other].key];
      const found = rooms.find(
        ({ members }) => members.length === 2 && pair.every((key) => members.includes(key)),
      );
      if (found === undefined)
        throw new Unmet(
          `The people who were supplied share no room: this needs one with ${pair.join(' and ')}.`,
        );
      return found.id;
    },
    group(size) {
      const wanted = three.slice(0, size === 'all' ? 3 : 2).map(({ key }) => key);
      const found = groups.find(
        ({ members }) => members.length === wanted.length && wanted.every((key) => members.includes(key)),
      );
      if (found === undefined)
        throw new Unmet(
          `The people who were supplied share no group: this needs one with ${wanted.join(', ')} and nobody else.`,
        );
      return found;
    },
  };
}
