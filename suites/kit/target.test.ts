import { expect, it } from 'vitest';
import { addressOf, credentials, pathOf, secretsOf } from './target.ts';

it.each([
  [{ in: 'header', name: 'X-Key', value: 'Key {token}' }, { headers: { 'X-Key': 'Key abc' } }],
  [{ in: 'query', name: 'token' }, { query: { token: 'abc' } }],
  [{ in: 'cookie', name: 'session' }, { headers: { Cookie: 'session=abc' } }],
  [{ in: 'subprotocol', values: ['Bearer', '{token}'] }, { subprotocols: ['Bearer', 'abc'] }],
  [{ in: 'none' }, {}],
] as const)('puts a token where the target wants it: %j', (carrier, carried) => {
  const none = { headers: {}, query: {}, subprotocols: [] };
  const own = carrier.in === 'subprotocol' ? { ...carrier, values: [...carrier.values] } : carrier;
  expect(credentials(own, 'abc')).toEqual({ ...none, ...carried });
  expect(credentials(own, undefined)).toEqual(none);
});

it.each([
  ['http://a.test', '/room/{id}/', { id: 'a b/c' }, {}, 'http://a.test/room/a%20b%2Fc/'],
  ['http://a.test/prefix/', '/room/', {}, { x: 1, y: 'ü' }, 'http://a.test/prefix/room/?x=1&y=%C3%BC'],
  ['http://a.test', '/room/?id={id}', { id: 4 }, { token: 't' }, 'http://a.test/room/?id=4&token=t'],
  ['http://a.test', '/room/{other}', { id: 4 }, {}, 'http://a.test/room/{other}'],
  ['http://a.test', 'ws://b.test/x', {}, {}, 'ws://b.test/x'],
])('fills in %s%s', (base, template, params, query, address) => {
  expect(addressOf(base, template, params, query)).toBe(address);
});

it('leaves the host out of the journal', () => {
  expect(pathOf('http://a.test:1/room?x=1')).toBe('/room?x=1');
});

it('knows every spelling of every secret', () => {
  const secrets = secretsOf([{ key: 'p1', token: 'a+b', expired_token: 'old' }, { key: 'p2' }]);
  expect([...secrets]).toEqual([
    ['a+b', '‹token of p1›'],
    ['a%2Bb', '‹token of p1›'],
    ['old', '‹expired token of p1›'],
  ]);
});
