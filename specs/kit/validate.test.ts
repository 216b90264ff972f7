import { expect, it } from 'vitest';
import { knitting } from './testing/knitting.ts';
import { matchFrame, violationsOfAnswer, violationsOfRequest } from './validate.ts';

const AT = '2025-02-18T18:28:40.001Z';

function heard(value: unknown): unknown {
  const match = matchFrame(knitting, 'basket', 'fromServer', value);
  return match && [match.message.id, ...match.violations.map(({ says }) => says)];
}

it.each([
  ['by its tag', { type: 'wool', colour: 'red', at: AT }, 'wool'],
  ['by its JSON type', [{ stitch: 'purl' }], 'rows'],
  ['by its required keys', { rows: 7, done: false }, 'count'],
  ['also with fields that nobody documents', { type: 'wool', colour: 'red', at: AT, rows: 7 }, 'wool'],
  ['also when one of its required keys is not there', { name: 'alice', online: true, at: 1 }, 'person'],
])('matches a frame %s', (_, value, expected) => {
  expect(matchFrame(knitting, 'basket', 'fromServer', value)?.message.id).toBe(expected);
});

it.each([
  ['an unknown tag', { type: 'crochet', rows: 1, done: true }],
  ['no tag and unknown keys', { stitch: 'purl' }],
  ['another JSON type', 7],
  ['nothing in it', null],
])('takes a frame with %s for an extension', (_, value) => {
  expect(heard(value)).toBeUndefined();
});

it('lists what is wrong with a frame that its tag gave away', () => {
  expect(heard({ type: 'wool', colour: 7 })).toEqual([
    'wool',
    '/at is missing',
    '/colour is 7, a number; a string is documented',
  ]);
  expect(heard({ type: 'wool', colour: 'green', at: 'yesterday' })).toEqual([
    'wool',
    '/colour is "green"; "red" or "blue" is documented',
    '/at is "yesterday", which is not an ISO 8601 instant with a zone',
  ]);
  expect(heard([{ stitch: 'a' }, { stitch: 'b' }, {}])).toEqual([
    'rows',
    'the frame has 3 items; at most 2 is documented',
    '/2/stitch is missing',
  ]);
});

it('blames the requirement of the property, and else that of the frame', () => {
  const blamed = (value: unknown): unknown =>
    matchFrame(knitting, 'basket', 'fromServer', value)?.violations.map(({ requirement, kind }) => [
      kind,
      requirement,
    ]);
  expect(blamed({ type: 'needle', note: null })).toEqual([['shape', 'knitting.needle.has-size']]);
  expect(blamed({ type: 'needle', note: null, size: 0 })).toEqual([
    ['value', 'knitting.needle.size-is-positive'],
  ]);
  expect(blamed({ type: 'needle', note: 7, size: 1 })).toEqual([['shape', 'knitting.needle.shape']]);
  expect(blamed({ type: 'needle', note: 'longer', size: 1 })).toEqual([['value', 'knitting.needle.values']]);
});

it('judges an answer by its own status, by its class of statuses, or not at all', () => {
  const said = (status: number, body: unknown): string[] =>
    violationsOfAnswer(knitting, 'cast', status, body).map(
      ({ requirement, says }) => `${requirement}: ${says}`,
    );
  expect(said(200, { id: 'one' })).toEqual([
    'knitting.cast.shape: /id is "one", a string; an integer is documented',
  ]);
  expect(said(200, undefined)).toEqual(['knitting.cast.shape: the body is missing']);
  expect(said(404, {})).toEqual(['knitting.cast.error: /error is missing']);
  expect(said(204, undefined)).toEqual([]);
  expect(said(500, 'oops')).toEqual([]);
});

it('judges a request body', () => {
  expect(violationsOfRequest(knitting, 'cast', { text: '' })).toEqual([
    { kind: 'value', where: '/text', says: '/text has 0 characters; at least 1 is documented' },
  ]);
  expect(violationsOfRequest(knitting, 'cast', { text: 'hello' })).toEqual([]);
});

it('names the nearest operation when it is asked for an unknown one', () => {
  expect(() => violationsOfRequest(knitting, 'csat', {})).toThrow(
    'The dialect "knitting" has no operation "csat". Did you mean "cast"?',
  );
});
