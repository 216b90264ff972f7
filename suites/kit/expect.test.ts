import { expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { expectEqual, expectMatch, expectNoCrash, expectOpen, expectStatus, expectTrue } from './expect.ts';
import { Failure } from './failure.ts';
import type { Reply } from './http.ts';
import { patienceOf } from './patience.ts';
import { basketOf, tinyServer, worldAt } from './testing/world.ts';

function reply(status: number, problem?: string): Reply {
  const entry = { t: 0, who: 'alice', kind: 'response', where: 'POST /cast', what: '' } as const;
  return { status, headers: {}, body: { id: 1 }, bytes: Buffer.alloc(0), problem, entry: { ...entry } };
}

it('accepts the statuses that are named and marks the answer that has another', () => {
  expectStatus(reply(204), [200, 204]);
  const wrong = reply(500);
  expect(() => expectStatus(wrong, [200, 204], { requirement: 'x' })).toThrow(
    'the answer was 500, not 200 or 204',
  );
  expect(wrong.entry.offending).toBe(true);
});

it('blames the requirement that is named', () => {
  const attempt = () => expectStatus(reply(500), [200], { requirement: 'knitting.cast.works' });
  expect(attempt).toThrow(
    expect.objectContaining({ lines: expect.objectContaining({ requirement: 'knitting.cast.works' }) }),
  );
});

it('takes 5xx and no answer for a crash, and nothing else', () => {
  for (const status of [200, 301, 404, 499]) expectNoCrash(reply(status));
  expect(() => expectNoCrash(reply(500))).toThrow('answered with 500');
  expect(() => expectNoCrash(reply(0, 'no answer'))).toThrow('no answer');
});

it('compares values, patterns and claims', () => {
  expectEqual('The row', { a: [1] }, { a: [1] });
  expect(() => expectEqual('The row', 1, 2)).toThrow('The row is 1, not 2');
  expectMatch('The row', { a: 1, b: 2 }, { a: 1 });
  expect(() => expectMatch('The row', { a: 1 }, { a: 2 })).toThrow('The row does not fit: a is 1, not 2');
  expectTrue(true, 'it is so', { expected: '', received: '' });
  expect(() => expectTrue(false, 'it is not so', { expected: '', received: '' })).toThrow(Failure);
});

it('finds out whether a socket opened', async () => {
  const server = await tinyServer({});
  expectOpen(await basketOf(worldAt(server)));
  const nobody = await basketOf(worldAt({ ...server, ws: 'ws://127.0.0.1:9' }));
  expect(() => expectOpen(nobody)).toThrow('does not open');
});

it('asks again until there is something, and gives up when patience ends', async () => {
  let asked = 0;
  const world = { patience: patienceOf(0.02) };
  expect(await eventually(world, async () => (++asked === 3 ? 'here' : undefined))).toBe('here');
  expect(asked).toBe(3);
  expect(await eventually(world, async () => undefined)).toBeUndefined();
});
