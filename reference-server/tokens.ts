import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { decodeJwt, jwtVerify } from 'jose';
import type { Clock } from './clock.ts';
import type { Seams } from './fault-kit/seams.ts';
import type { Person } from './store/changes.ts';
import type { People } from './store/people.ts';
import type { Store } from './store/store.ts';

/** Checks the people's tokens: JWT, HS256. */
export class Tokens {
  /** What tokens are signed with. */
  readonly key: KeyObject;
  readonly #people: People;
  readonly #clock: Clock;
  readonly #seams: Seams;

  constructor(store: Store, people: People, clock: Clock, seams: Seams) {
    this.key = createSecretKey(secretOf(store, 'token secret'));
    this.#people = people;
    this.#clock = clock;
    this.#seams = seams;
  }

  /** Whose token it is; nobody's, when it doesn't count. */
  async person(token: string | undefined): Promise<Person | undefined> {
    if (token === undefined || token === '') return undefined;
    const currentDate = new Date(this.#clock.now() / 1000);
    const rules = { algorithms: ['HS256'], requiredClaims: ['exp', 'sub'], currentDate };
    const counts = await jwtVerify(token, this.key, rules).then(Boolean, () => false);
    const person = this.#people.by('id', claimed(token));
    const details = { person, about: token };
    return this.#seams.decide('token', counts && person !== undefined, details) ? person : undefined;
  }
}

/** A secret that outlives a restart on the same data file. */
export function secretOf(store: Store, name: string): Buffer {
  const { database } = store;
  const insert = 'insert into settings (name, value) values (?, ?) on conflict do nothing';
  database.run(insert, name, randomBytes(32).toString('hex'));
  const row = database.row<{ value: string }>('select value from settings where name = ?', name);
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
