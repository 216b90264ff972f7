import { randomBytes } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import type { Chat } from '../chat.ts';
import type { Person } from '../store/changes.ts';

export const TOKEN_KINDS = ['valid', 'expired', 'wrong-signature', 'alg-none', 'nobody'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

const LIFETIME_S = 12 * 60 * 60;

/** Makes a token that counts, or one that has a named fault. */
export async function mint(
  chat: Pick<Chat, 'key' | 'clock'>,
  person: Person,
  kind: TokenKind = 'valid',
  lifetime = LIFETIME_S,
): Promise<string> {
  const now = Math.floor(chat.clock.now() / 1_000_000);
  const from = kind === 'expired' ? now - 2 * lifetime : now;
  const who = kind === 'nobody' ? '0' : String(person.id);
  if (kind === 'alg-none') {
    const unsigned = new UnsecuredJWT().setSubject(who).setIssuedAt(from);
    return unsigned.setExpirationTime(from + lifetime).encode();
  }
  const key = kind === 'wrong-signature' ? randomBytes(32) : chat.key;
  const token = new SignJWT().setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).setSubject(who);
  return await token
    .setIssuedAt(from)
    .setExpirationTime(from + lifetime)
    .setJti(randomBytes(6).toString('hex'))
    .sign(key);
}
