// Tokens that look right and are not.
import { createHmac } from 'node:crypto';

/** A JSON Web Token with one character of its signature changed. */
export function altered(token: string): string {
  const [head = '', claims = '', signature = ''] = token.split('.');
  // Not the last character: its low bits may be padding, and then nothing would have changed.
  const at = Math.floor(signature.length / 2);
  const other = signature[at] === 'A' ? 'B' : 'A';
  return `${head}.${claims}.${signature.slice(0, at)}${other}${signature.slice(at + 1)}`;
}

/** The same claims under a header that says no signature is needed. */
export function unsigned(token: string): string {
  const head = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  return `${head}.${token.split('.')[1] ?? ''}.`;
}

/** The same claims, signed by somebody who does not know the key. */
export function signedByAnother(token: string): string {
  const claims = token.split('.')[1] ?? '';
  const head = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url');
  const signature = createHmac('sha256', 'a key that nobody uses').update(`${head}.${claims}`);
  return `${head}.${claims}.${signature.digest('base64url')}`;
}

export const garbage = 'this-is-not-a-token';
