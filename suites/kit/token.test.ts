import { expect, it } from 'vitest';
import { altered, signedByAnother, unsigned } from './token.ts';

const claims = Buffer.from('{"sub":"7"}').toString('base64url');
const token = `aGVhZA.${claims}.c2lnbmF0dXJl`;

it('alters one character of the signature and nothing else', () => {
  const [head, body, signature = ''] = altered(token).split('.');
  expect([head, body]).toEqual(['aGVhZA', claims]);
  expect(signature).toHaveLength(12);
  expect([...signature].filter((one, at) => one !== 'c2lnbmF0dXJl'[at])).toHaveLength(1);
});

it('alters a signature whatever it holds', () => {
  expect(altered('a.b.AAAA')).not.toBe('a.b.AAAA');
  expect(altered('a.b.BBBB')).not.toBe('a.b.BBBB');
});

it('keeps the claims of an unsigned token, and no signature', () => {
  const [head = '', body, signature] = unsigned(token).split('.');
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ alg: 'none', typ: 'JWT' });
  expect([body, signature]).toEqual([claims, '']);
});

it('keeps the claims of a token that somebody else signs', () => {
  const [head = '', body, signature = ''] = signedByAnother(token).split('.');
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(body).toBe(claims);
  expect(signature).toMatch(/^[\w-]{43}$/);
});
