import { randomBytes } from 'node:crypto';
import { decodeJwt, jwtVerify } from 'jose';
import type { Chat } from './chat.ts';
import type { Person } from './store/changes.ts';
import type { Store } from './store/store.ts';

/** Whose token (a JWT, HS256) it is; nobody's, when it doesn't count. */
export async function personWith(chat: Chat, token: string | undefined): Promise<Person | undefined> {
  if (token === undefined || token === '') return undefined;
  const currentDate = new Date(chat.clock.now() / 1000);
  const rules = { algorithms: ['HS256'], requiredClaims: ['exp', 'sub'], currentDate };
  const counts = await jwtVerify(token, chat.key, rules).then(Boolean, () => false);
  const person = chat.people.by('id', claimed(token));
  const details = { person, about: token };
  return chat.seams.decide('token', counts && person !== undefined, details) ? person : undefined;
}

/** What signs tokens and the addresses of files; it outlives a restart on the same data file. */
export function keyOf({ database }: Store): Buffer {
  const insert = "insert into settings (name, value) values ('key', ?) on conflict do nothing";
  database.run(insert, randomBytes(32).toString('hex'));
  const row = database.row<{ value: string }>("select value from settings where name = 'key'");
  return Buffer.from(row?.value ?? '', 'hex');
}

/** "Bearer {token}" in the Authorization header. */
export function bearer(headers: { authorization?: string | undefined }): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

// Read without trust: only for a token that has been checked, or that a fault accepts all the same.
function claimed(token: string): number {
  try {
    return Number(decodeJwt(token).sub) || 0;
  } catch {
    return 0;
  }
}
