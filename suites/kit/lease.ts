// Three people at a time: every check borrows a trio, so that checks that run side by side never share anybody.
import { Unmet } from './failure.ts';
import type { Group, Id, People, PeopleRequest, Person, Room } from './people.ts';

/** Alice and bob share a conversation; the third does not belong to it. */
export interface Trio {
  people: [Person, Person, Person];
  /** Everybody else who was supplied: for what needs two people who have never written to each other. */
  strangers: readonly Person[];
  /** The provisioned room of two of the three, by their positions: room(0, 1) is alice's and bob's. */
  room(one: 0 | 1 | 2, other: 0 | 1 | 2): Id;
  /** Somebody in no trio who is the first member of many rooms; one check alone may write there. */
  popular?: { person: Person; rooms: Id[] };
  /** A provisioned group: the one with all three, or the one without the third. */
  group(size: 'all' | 'two'): Group;
}

export interface Leases {
  borrow(): Promise<Trio>;
  giveBack(trio: Trio): void;
  /** A trio with disposable rooms, never to be given to anybody again; undefined when all are used up. */
  use(): Trio | undefined;
  /** New people from the next loan on; loans that are out are not taken back into the pool. */
  replace(people: People): void;
  readonly size: number;
}

export interface Kinds {
  rooms: boolean;
  groups: boolean;
  fresh?: number;
  crowd?: number;
}

type Wish = Pick<PeopleRequest, 'people' | 'rooms' | 'groups' | 'disposable_rooms'>;

/** The trios to ask for: three people each, a room for every pair, one group of three and one of two. */
export function wish(trios: number, { rooms, groups, fresh = 0, crowd = 0 }: Kinds): Wish {
  const all = Array.from({ length: trios + fresh }, (_, at) => [1, 2, 3].map((n) => `p${at * 3 + n}`));
  const [keys, unused] = [all.slice(0, trios), all.slice(trios)];
  const popular = crowd > 0 ? `p${all.length * 3 + 1}` : undefined;
  // Never the first of a fresh trio: that one's list is its own.
  const fans = [...keys.flat(), ...unused.flatMap((three) => three.slice(1))].slice(0, crowd);
  return {
    people: all.length * 3 + (popular === undefined ? 0 : 1),
    rooms: [
      ...(rooms ? keys.flatMap(pairsOf) : []),
      ...(popular === undefined ? [] : fans.map((fan) => [popular, fan])),
      ...unused.flatMap(pairsOf),
    ],
    groups: groups
      ? keys.flatMap(([a = '', b = '', c = '']) => [
          { members: [a, b, c], admins: [a] },
          { members: [a, b], admins: [a] },
        ])
      : [],
    ...(fresh > 0 ? { disposable_rooms: unused.flatMap(pairsOf) } : {}),
  };
}

const pairsOf = ([a = '', b = '', c = '']: readonly string[]): string[][] => [
  [a, b],
  [a, c],
  [b, c],
];

/** `most`: how many trios are lent at a time, however many there are. */
export function leases(people: People, most = Number.POSITIVE_INFINITY): Leases {
  let generation = 0;
  let lent = 0;
  let all = triosOf(people);
  let free = [...all];
  let unused = freshTriosOf(people);
  const from = new WeakMap<Trio, number>(all.map((trio) => [trio, generation]));
  const waiting: ((trio: Trio) => void)[] = [];
  const serve = (): void => {
    while (waiting.length > 0 && lent < most) {
      const trio = free.shift();
      if (trio === undefined) return;
      lent += 1;
      waiting.shift()?.(trio);
    }
  };
  return {
    get size() {
      return all.length;
    },
    borrow() {
      return new Promise((resolve) => {
        waiting.push(resolve);
        serve();
      });
    },
    giveBack(trio) {
      const of = from.get(trio);
      // One of the disposable trios was never lent.
      if (of === undefined) return;
      lent -= 1;
      if (of === generation) free.push(trio);
      serve();
    },
    use: () => unused.shift(),
    replace(renewed) {
      generation += 1;
      all = triosOf(renewed);
      free = [...all];
      unused = freshTriosOf(renewed);
      for (const trio of all) from.set(trio, generation);
      serve();
    },
  };
}

/** Cuts the supplied people into trios; people who share a room or group stay together. */
export function triosOf(supply: People): Trio[] {
  const { people, rooms, groups } = supply;
  const apart = new Set(supply.disposable.flatMap(({ members }) => members));
  const left = new Map(people.filter(({ key }) => !apart.has(key)).map((person) => [person.key, person]));
  const trios: Trio[] = [];
  const take = (keys: string[]): void => {
    const [a, b, c] = keys.map((key) => left.get(key));
    if (a === undefined || b === undefined || c === undefined) return;
    for (const key of keys) left.delete(key);
    trios.push(trioOf([a, b, c], supply));
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
  const popular = popularOf([...left.values()], rooms);
  return popular === undefined ? trios : trios.map((trio) => ({ ...trio, popular }));
}

/** The people who came with disposable rooms; in everything else they take no part. */
function freshTriosOf({ people, disposable }: People): Trio[] {
  const apart = new Set(disposable.flatMap(({ members }) => members));
  return triosOf({
    people: people.filter(({ key }) => apart.has(key)),
    rooms: disposable,
    groups: [],
    disposable: [],
  });
}

function popularOf(idle: readonly Person[], rooms: readonly Room[]): Trio['popular'] {
  const [most] = idle
    .map((person) => ({ person, rooms: rooms.filter(({ members }) => members[0] === person.key) }))
    .sort((one, other) => other.rooms.length - one.rooms.length);
  return most === undefined || most.rooms.length === 0
    ? undefined
    : { person: most.person, rooms: most.rooms.map(({ id }) => id) };
}

const sharesRoom = (rooms: readonly Room[], one: string, other: string): boolean =>
  rooms.some(({ members }) => members.includes(one) && members.includes(other));

function trioOf(
  three: [Person, Person, Person],
  { people, rooms, groups }: Omit<People, 'disposable'>,
): Trio {
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
