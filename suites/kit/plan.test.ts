import { expect, it } from 'vitest';
import type { Requirement } from '../../specs/kit/dialect.ts';
import type { RunContext } from './context.ts';
import { applies } from './plan.ts';
import { contextAt } from './testing/world.ts';

const server = { http: 'http://a.test', ws: 'ws://a.test' };

function requirement(more: Partial<Requirement>): Requirement {
  return {
    id: 'knitting.rows.warm',
    level: 'must',
    evidence: 'stated',
    says: 'Rows are warm.',
    source: 'knitting.md:1',
    accepts: [],
    needs: [],
    wire: true,
    ...more,
  };
}

function verdict(needs: string[], context: Partial<RunContext>, optional: string[] = []): boolean {
  return applies(requirement({ needs }), contextAt(server, context), { optional }).applies;
}

const people = (...some: { token?: string; expired_token?: string }[]) => ({
  people: {
    people: some.map((one, at) => ({ key: `p${at}`, ...one })),
    rooms: [],
    groups: [],
    disposable: [],
  },
});

it('does not judge what is declared untested', () => {
  const untested = requirement({ untested: 'Warmth cannot be seen.' });
  expect(applies(untested, contextAt(server), { optional: [] })).toEqual({
    applies: false,
    reason: 'Warmth cannot be seen.',
  });
});

it('needs an expired token of everybody', () => {
  expect(verdict(['expired-token'], people({ expired_token: 'x' }, { expired_token: 'y' }))).toBe(true);
  expect(verdict(['expired-token'], people({ expired_token: 'x' }, {}))).toBe(false);
});

it('needs tokens that can be altered', () => {
  expect(verdict(['jwt'], people({ token: 'a.b.c' }))).toBe(true);
  expect(verdict(['jwt'], people({ token: 'opaque' }))).toBe(false);
  expect(verdict(['jwt'], people({}))).toBe(false);
});

it('needs a fourth person to find strangers', () => {
  expect(verdict(['strangers'], people({}, {}, {}))).toBe(false);
  expect(verdict(['strangers'], people({}, {}, {}, {}))).toBe(true);
});

it('restarts only what can be restarted, and not in a quick run', () => {
  const restart = { command: 'restart' };
  expect(verdict(['restart'], { profile: 'standard' })).toBe(false);
  expect(verdict(['restart'], { profile: 'standard', restart })).toBe(true);
  expect(verdict(['restart'], { profile: 'quick', restart })).toBe(false);
});

it('leaves what takes long out of a quick run', () => {
  expect(verdict(['more-time'], { profile: 'quick' })).toBe(false);
  expect(verdict(['more-time'], { profile: 'standard' })).toBe(true);
});

it('looks for the subprotocol only where the token travels in it', () => {
  const { target } = contextAt(server);
  expect(verdict(['subprotocol'], { target })).toBe(false);
  const ws = { in: 'subprotocol' as const, values: ['{token}'] };
  expect(verdict(['subprotocol'], { target: { ...target, auth: { ...target.auth, ws } } })).toBe(true);
});

it('takes the target at its word about what it lacks and offers', () => {
  const { target } = contextAt(server);
  expect(verdict(['media'], { target })).toBe(true);
  expect(verdict(['media'], { target: { ...target, lacks: ['media'] } })).toBe(false);
  expect(verdict(['media'], { target }, ['media'])).toBe(false);
  expect(verdict(['media'], { target: { ...target, offers: ['media'] } }, ['media'])).toBe(true);
});

it('needs all that it needs', () => {
  expect(verdict(['strangers', 'jwt'], people({ token: 'a.b.c' }))).toBe(false);
});
