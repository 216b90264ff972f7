import { expect, it } from 'vitest';
import type { Entry } from '../model.ts';
import { lanesOf } from './lanes.ts';

const entry = (t: number, who: string, kind: Entry['kind'], where: string): Entry => ({
  t,
  who,
  kind,
  where,
  what: '',
});

it('gives each person a lane for every socket and one for HTTP, side by side', () => {
  const { lanes, rows } = lanesOf([
    entry(0, 'alice', 'connecting', 'ws /a #1'),
    entry(1, 'bob', 'connecting', 'ws /b #1'),
    entry(2, 'alice', 'request', 'GET /x'),
    entry(3, 'alice', 'response', 'GET /x'),
    entry(4, 'bob', 'closed', 'ws /b #1'),
    entry(5, 'harness', 'note', ''),
  ]);
  expect(lanes).toEqual([
    { who: 'alice', over: '/a #1', from: 0 },
    { who: 'alice', over: 'HTTP' },
    { who: 'bob', over: '/b #1', from: 1, to: 4 },
  ]);
  expect(rows.map(({ lane }) => lane)).toEqual([0, 2, 1, 1, 2, undefined]);
});

it('keeps the beginning and what led to the offending frame of a long exchange', () => {
  const many = Array.from({ length: 100 }, (_, i) => ({
    ...entry(i, 'alice', 'sent', 'ws /a'),
    offending: i === 70,
  }));
  const { rows, skipped } = lanesOf(many);
  const times = rows.map((row) => row.entry.t);
  expect(times).toHaveLength(32);
  expect(times.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 48]);
  expect(times).toContain(70);
  expect(skipped).toEqual({ after: 5, n: 68 });
});

it('keeps the beginning alone when the offending frame is in it', () => {
  const many = Array.from({ length: 50 }, (_, i) => ({
    ...entry(i, 'alice', 'sent', 'ws /a'),
    offending: i === 9,
  }));
  const { rows, skipped } = lanesOf(many);
  expect(rows.map((row) => row.entry.t)).toEqual(many.slice(0, 32).map(({ t }) => t));
  expect(skipped).toEqual({ after: 31, n: 18 });
});
