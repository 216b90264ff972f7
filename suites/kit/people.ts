// People, rooms and groups as a target supplies them (the shapes of the provisioning request and answer).

import { UsageError } from '../../specs/kit/errors.ts';
import { isObject, show } from './match.ts';

export type Id = string | number;

export interface Person {
  key: string;
  id?: Id;
  username?: string;
  email?: string;
  phone?: string;
  token?: string;
  expired_token?: string;
}

export interface Room {
  id: Id;
  members: string[];
}

export interface Group {
  key: string;
  members: string[];
  admins: string[];
}

export interface PeopleRequest {
  dialect: string;
  people: number;
  rooms: string[][];
  groups: { members: string[]; admins: string[] }[];
  /** Those of the rooms that this run is going to delete, or has to find unused. */
  disposable_rooms?: string[][];
  renew?: true;
}

export interface People {
  people: Person[];
  rooms: Room[];
  groups: Group[];
  /** Rooms in which nothing was ever said and which a run may delete; a file has to name them so itself. */
  disposable: Room[];
}

/** What a dialect's checks need of each person: a missing field is an error that names it. */
export type PersonField = 'id' | 'username' | 'email' | 'phone' | 'token';

/** Turns what a file or command supplied into People, or says which person lacks what. */
export function readPeople(answer: unknown, needs: readonly PersonField[], from: string): People {
  if (!isObject(answer) || !Array.isArray(answer['people']))
    throw new UsageError(
      `${from} has no list "people": it holds ${show(answer, 60)}. Give {"people": [{"key": "p1", …}, …]}.`,
    );
  const people = answer['people'].map((one, index) => readPerson(one, index, needs, from));
  if (people.length < 3)
    throw new UsageError(
      `${from} has ${people.length} people: three is the minimum, because some checks need a third who does not belong.`,
    );
  const keys = new Set<string>();
  for (const { key } of people) {
    if (keys.has(key))
      throw new UsageError(`${from} has two people with the key "${key}": give each their own.`);
    keys.add(key);
  }
  return {
    people,
    rooms: list(answer['rooms']).map((room, index) => readRoom(room, index, keys, from)),
    groups: list(answer['groups']).map((group, index) => readGroup(group, index, keys, from)),
    disposable: list(answer['disposable_rooms']).map((room, index) => readRoom(room, index, keys, from)),
  };
}

function readPerson(value: unknown, index: number, needs: readonly PersonField[], from: string): Person {
  if (!isObject(value))
    throw new UsageError(`${from} has ${show(value, 40)} as person ${index + 1}: give an object with "key".`);
  const key = typeof value['key'] === 'string' ? value['key'] : `p${index + 1}`;
  const person: Person = { key };
  if (isId(value['id'])) person.id = value['id'];
  for (const field of ['username', 'email', 'phone', 'token', 'expired_token'] as const) {
    const given = value[field];
    if (typeof given === 'string' && given !== '') person[field] = given;
    else if (typeof given === 'number' && field === 'phone') person.phone = String(given);
  }
  for (const field of needs) {
    if (person[field] === undefined)
      throw new UsageError(
        `${from} gives person "${key}" no "${field}", which this dialect needs (found: ${Object.keys(value).join(', ')}). Add it.`,
      );
  }
  return person;
}

function readRoom(value: unknown, index: number, keys: Set<string>, from: string): Room {
  if (!isObject(value) || !isId(value['id']))
    throw new UsageError(`${from} has no "id" in room ${index + 1}: it holds ${show(value, 60)}.`);
  return { id: value['id'], members: readMembers(value['members'], `room ${value['id']}`, keys, from) };
}

function readGroup(value: unknown, index: number, keys: Set<string>, from: string): Group {
  if (!isObject(value) || !isId(value['key']))
    throw new UsageError(`${from} has no "key" in group ${index + 1}: it holds ${show(value, 60)}.`);
  const name = `group ${value['key']}`;
  return {
    key: String(value['key']),
    members: readMembers(value['members'], name, keys, from),
    admins: readMembers(value['admins'] ?? [], name, keys, from),
  };
}

function readMembers(value: unknown, name: string, keys: Set<string>, from: string): string[] {
  return list(value).map((key) => {
    if (typeof key === 'string' && keys.has(key)) return key;
    throw new UsageError(
      `${from} names ${show(key, 40)} in ${name}, but has no person with that key (keys: ${[...keys].slice(0, 6).join(', ')}).`,
    );
  });
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isId = (value: unknown): value is Id => typeof value === 'string' || typeof value === 'number';
