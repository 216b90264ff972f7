// People, rooms and groups in the shape that the harness asks every target for.
import { randomBytes } from 'node:crypto';
import type { Chat } from '../chat.ts';
import type { Conversation, Person } from '../store/changes.ts';
import { mint } from './mint.ts';
import { addNewcomer } from './newcomer.ts';
import type { Provision, Provisioned, ProvisionedPerson } from './provisioned.ts';

export type { Provision, Provisioned, ProvisionedPerson };

/** Makes new people each time; `renew` therefore needs nothing else. */
export async function provision(chat: Chat, request: Partial<Provision>): Promise<Provisioned> {
  const { people: count = 3, rooms = [], groups = [], lifetime } = request;
  const people = new Map<string, Person>();
  const conversations: Conversation[] = [];
  const made: Provisioned['groups'] = [];
  const idOf = (key: string) => personNamed(people, key).id;
  chat.store.transaction(() => {
    for (let number = 1; number <= count; number += 1) people.set(`p${number}`, addNewcomer(chat));
    for (const members of rooms) conversations.push(pair(chat, members.map(idOf)));
    for (const { members, admins = [] } of groups) {
      const key = randomBytes(5).toString('hex');
      chat.conversations.addGroup(key, members.map(idOf), admins.map(idOf), chat.clock.now());
      made.push({ key, members, admins });
    }
  });
  const withTokens = [...people].map(async ([key, person]): Promise<ProvisionedPerson> => {
    const { username, email, phone } = person;
    const id = chat.dialect.idOf?.(person) ?? person.id;
    const token = await mint(chat, person, 'valid', lifetime);
    return {
      key,
      id,
      username,
      email,
      phone,
      token,
      expired_token: await mint(chat, person, 'expired'),
    };
  });
  return {
    people: await Promise.all(withTokens),
    rooms: conversations.map(({ id }, index) => ({ id, members: rooms[index] ?? [] })),
    groups: made,
  };
}

function pair(chat: Chat, members: number[]): Conversation {
  const [one, other, ...more] = members;
  if (one !== undefined && other !== undefined && more.length === 0) {
    return chat.conversations.getOrCreatePair(one, other, chat.clock.now());
  }
  throw new BadProvision(
    `A room has two members and not ${members.length}: write ["p1","p2"], or use groups.`,
  );
}

function personNamed(people: Map<string, Person>, key: string): Person {
  const person = people.get(key);
  if (person !== undefined) return person;
  throw new BadProvision(
    `There is no person "${key}" among the ${people.size} that were asked for: they are called p1 to p${people.size}.`,
  );
}

class BadProvision extends Error {
  readonly statusCode = 400;
}
