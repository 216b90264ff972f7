// Writes down for k6 who talks to whom, and where.
import { randomBytes } from 'node:crypto';
import type { Conversation, Credentials, Plan, Profile } from '../../load/kit/plan.ts';
import type { Dialect } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Driver } from '../../suites/kit/driver.ts';
import type { People, PeopleRequest, Person } from '../../suites/kit/people.ts';
import { type Carrier, credentials, type Target } from '../../suites/kit/target.ts';

/** People in the largest group that is asked for. */
const GROUP = 20;

/** Two people for each conversation, with a room where rooms have to exist beforehand. */
export function requestOf(driver: Driver<unknown>, { conversations }: Profile): PeopleRequest {
  // Three is the least that a target may supply.
  const people = Math.max(3, conversations * 2);
  const pairs = Array.from({ length: conversations }, (_, at) => [`p${at * 2 + 1}`, `p${at * 2 + 2}`]);
  const keys = Array.from({ length: people }, (_, at) => `p${at + 1}`);
  const groups = driver.groups ? inGroups(keys) : [];
  return { dialect: driver.dialect, people, rooms: driver.rooms ? pairs : [], groups };
}

/** Nobody is in two of them, and all are of one size. */
function inGroups(keys: string[]): PeopleRequest['groups'] {
  const size = Math.min(GROUP, keys.length);
  return Array.from({ length: Math.floor(keys.length / size) }, (_, at) => {
    const members = keys.slice(at * size, (at + 1) * size);
    return { members, admins: members.slice(0, 1) };
  });
}

export function planOf(dialect: Dialect, { target, people, driver, profile }: Job): Plan {
  const known = new Map(people.people.map((person) => [person.key, person]));
  const pairs = driver.rooms ? pairsOfRooms(people) : pairsOfPeople(people);
  const cast = ({ room, keys }: Keys, id: number): Conversation => {
    const [one, other, ...more] = keys.map((key) => {
      const person = known.get(key);
      if (person === undefined) throw new Error(`Conversation ${id} lacks the person ${key}.`);
      return personOf(person, target);
    });
    if (one === undefined || other === undefined) throw new Error(`Conversation ${id} lacks a person.`);
    return { id, ...(room === undefined ? {} : { room }), people: [one, other, ...more] };
  };
  const conversations = pairs.slice(0, profile.conversations).map(cast);
  if (conversations.length === 0)
    throw new UsageError(
      `The people of ${dialect.name} make no pair${driver.rooms ? ' that shares a room' : ''}: supply two${driver.rooms ? ' and their room' : ''}.`,
    );
  const documented = [
    ...dialect.operations.map(({ id, path }) => [id, path]),
    ...dialect.channels.map(({ id, address }) => [id, address]),
  ];
  return {
    run: randomBytes(5).toString('hex'),
    dialect: dialect.name,
    http: target.http,
    ws: target.ws,
    addresses: { ...Object.fromEntries(documented), ...target.paths },
    profile,
    conversations,
    groups: driver.groups ? groupsOf(people).map(cast) : [],
  };
}

export interface Job {
  target: Target;
  people: People;
  driver: Driver<unknown>;
  profile: Profile;
}

interface Keys {
  keys: string[];
  room?: string | number;
}

/** Nobody is in two pairs: so what they hear of another conversation is foreign. */
function pairsOfRooms({ rooms }: People): Keys[] {
  const taken = new Set<string>();
  return rooms.flatMap(({ id, members: [one, other, ...more] }): Keys[] => {
    if (one === undefined || other === undefined || more.length > 0) return [];
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [{ keys: [one, other], room: id }];
  });
}

function pairsOfPeople({ people }: People): Keys[] {
  return people.flatMap(({ key }, at): Keys[] => {
    const other = people[at + 1];
    return at % 2 === 1 || other === undefined ? [] : [{ keys: [key, other.key] }];
  });
}

/** The largest ones, and nobody in two. */
function groupsOf({ groups }: People): Keys[] {
  const most = Math.max(...groups.map(({ members }) => members.length));
  const taken = new Set<string>();
  return groups.flatMap(({ key, members }): Keys[] => {
    if (members.length < Math.max(3, most) || members.some((member) => taken.has(member))) return [];
    for (const member of members) taken.add(member);
    return [{ keys: members, room: key }];
  });
}

function personOf(
  { id = '', username = '', phone = '', token }: Person,
  target: Target,
): Conversation['people'][0] {
  return {
    id,
    username,
    phone,
    http: carried(target.auth.http, token, target.headers.http),
    ws: carried(target.auth.ws, token, target.headers.ws),
  };
}

/** k6 takes no subprotocols, but the header that they travel in. */
function carried(carrier: Carrier, token: string | undefined, more: Record<string, string>): Credentials {
  const { headers, query, subprotocols } = credentials(carrier, token);
  const offered = subprotocols.length === 0 ? {} : { 'Sec-WebSocket-Protocol': subprotocols.join(', ') };
  return { headers: { ...more, ...headers, ...offered }, query };
}
