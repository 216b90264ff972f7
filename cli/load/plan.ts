// Writes down for k6 who talks to whom, and where.
import { randomBytes } from 'node:crypto';
import type { Conversation, Credentials, Plan, Profile } from '../../load/kit/plan.ts';
import type { Dialect } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Driver } from '../../suites/kit/driver.ts';
import type { People, PeopleRequest, Person } from '../../suites/kit/people.ts';
import { type Carrier, credentials, type Target } from '../../suites/kit/target.ts';

/** Two people for each conversation, with a room where rooms have to exist beforehand. */
export function requestOf(driver: Driver<unknown>, { conversations }: Profile): PeopleRequest {
  // Three is the least that a target may supply.
  const people = Math.max(3, conversations * 2);
  const pairs = Array.from({ length: conversations }, (_, at) => [`p${at * 2 + 1}`, `p${at * 2 + 2}`]);
  return { dialect: driver.dialect, people, rooms: driver.rooms ? pairs : [], groups: [] };
}

export function planOf(dialect: Dialect, { target, people, driver, profile }: Job): Plan {
  const known = new Map(people.people.map((person) => [person.key, person]));
  const pairs = driver.rooms ? pairsOfRooms(people) : pairsOfPeople(people);
  const conversations = pairs.slice(0, profile.conversations).map(({ room, keys }, id): Conversation => {
    const [one, other] = keys.map((key) => known.get(key));
    if (one === undefined || other === undefined) throw new Error(`Conversation ${id} lacks a person.`);
    return {
      id,
      ...(room === undefined ? {} : { room }),
      people: [personOf(one, target), personOf(other, target)],
    };
  });
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
  };
}

export interface Job {
  target: Target;
  people: People;
  driver: Driver<unknown>;
  profile: Profile;
}

interface PairOfKeys {
  keys: [string, string];
  room?: string | number;
}

/** Nobody is in two pairs: so what they hear of another conversation is foreign. */
function pairsOfRooms({ rooms }: People): PairOfKeys[] {
  const taken = new Set<string>();
  return rooms.flatMap(({ id, members: [one, other, ...more] }): PairOfKeys[] => {
    if (one === undefined || other === undefined || more.length > 0) return [];
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [{ keys: [one, other], room: id }];
  });
}

function pairsOfPeople({ people }: People): PairOfKeys[] {
  return people.flatMap(({ key }, at): PairOfKeys[] => {
    const other = people[at + 1];
    return at % 2 === 1 || other === undefined ? [] : [{ keys: [key, other.key] }];
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
