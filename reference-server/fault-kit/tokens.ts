// Tokens, wherever a request carries them, and what they say of themselves.
import { decodeJwt } from 'jose';
import type { Head } from '../dialect-server.ts';
import { bearer } from '../tokens.ts';

/** The token that came along, wherever the dialect has it. */
export function tokenOf({ headers, parameters, protocols }: Head): string | undefined {
  const inQuery = parameters['token'];
  if (typeof inQuery === 'string' && inQuery !== '') return inQuery;
  return bearer(headers) ?? headers.authorization ?? protocols[1];
}

/** What a token says about itself, which nobody has checked. */
export function claimsOf(token: unknown): { expired: boolean; signed: boolean } | undefined {
  try {
    const { exp = 0 } = decodeJwt(String(token));
    return { expired: exp * 1000 < Date.now(), signed: !String(token).endsWith('.') };
  } catch {
    return undefined;
  }
}

/** There is something in the token's place, and it is no token at all. */
export function isGarbage(token: string | undefined): boolean {
  return token !== undefined && claimsOf(token) === undefined;
}
