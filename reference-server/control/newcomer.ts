import { randomUUID } from 'node:crypto';
import type { Chat } from '../chat.ts';
import type { Person } from '../store/changes.ts';

const NAMES = [
  'alice',
  'bob',
  'carol',
  'Dave',
  'erin',
  'Frank',
  'grace',
  'heidi',
  'ivan',
  'Judy',
  'mike',
  'olivia',
];

/** Somebody new. Usernames hold dots and capitals, as they may on any target. */
export function addNewcomer({ store: { database, dialect } }: Pick<Chat, 'store'>): Person {
  return database.transaction(() => {
    const uuid = randomUUID();
    const insert = 'insert into people (dialect, uuid, username, email, phone) values (?, ?, ?, ?, ?)';
    const id = database.run(insert, dialect, uuid, uuid, uuid, uuid);
    const username = `${NAMES[(id - 1) % NAMES.length] ?? 'alice'}.${id.toString(36)}${uuid.slice(0, 4)}`;
    const email = `${username.toLowerCase()}@example.test`;
    const phone = String(9_000_000_000 + id);
    const name = 'update people set username = ?, email = ?, phone = ? where id = ?';
    database.run(name, username, email, phone, id);
    return { id, uuid, username, email, phone };
  });
}
