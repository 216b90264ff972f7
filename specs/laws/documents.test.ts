import { expect, it } from 'vitest';
import { knitting } from '../kit/testing/knitting.ts';
import { namesNotNear, problemsOfSource, rangesOf } from './documents.ts';

const document = { sha256: '', lines: [...Array.from({ length: 20 }, () => 'wool'), '', 'a `needle`'] };
const dialect = { ...knitting, document: { ...knitting.document, lines: 22 } };

it('reads several places of a source', () => {
  expect(rangesOf('knitting.md:4-8, knitting.md:12')).toEqual([
    { file: 'knitting.md', first: 4, last: 8 },
    { file: 'knitting.md', first: 12, last: 12 },
  ]);
});

it.each([
  ['knitting.md:1-22', []],
  ['knitting.md:21', ['knitting.md:21-21 is empty']],
  ['knitting.md:20-23', ['knitting.md:20-23 does not exist']],
  ['knitting.md:9-8', ['knitting.md:9-8 does not exist']],
  ['rooms.md:3', ['rooms.md:3-3 is not in knitting.md']],
])('judges the source %s', (source, problems) => {
  expect(problemsOfSource(source, dialect, document)).toEqual(problems);
});

it('misses a name that stands too far from the source', () => {
  const one = { id: '', level: 'must', evidence: 'stated', accepts: [], needs: [], wire: true } as const;
  const says = 'A `needle` meets `wool`, 200 times.';
  const requirement = { ...one, accepts: [], needs: [], says, source: 'knitting.md:10' };
  expect(namesNotNear(requirement, document)).toEqual([]);
  expect(namesNotNear({ ...requirement, source: 'knitting.md:9' }, document)).toEqual(['needle']);
});
