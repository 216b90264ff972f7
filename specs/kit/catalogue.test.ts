import { expect, it } from 'vitest';
import { globMatcher, requirement, requirementsMatching } from './catalogue.ts';

it('finds a requirement by its id', () => {
  expect(requirement('receipts.history.newest-first')).toMatchObject({ level: 'must', evidence: 'shown' });
});

it.each([
  ['receipts.history.newest-frist', 'Did you mean "receipts.history.newest-first"?'],
  ['recipts.history.newest-first', 'Did you mean "receipts.history.newest-first"?'],
  ['newest-first', 'There is no requirement "newest-first".'],
])('says about the unknown requirement %s what was probably meant', (id, sentence) => {
  expect(() => requirement(id)).toThrow(sentence);
});

it('finds requirements by globs, each of them once', () => {
  const found = requirementsMatching(['receipts.history.*', '*.newest-first']).map(({ id }) => id);
  expect(found).toContain('receipts.history.at-most-50');
  expect(found.filter((id) => id === 'receipts.history.newest-first')).toHaveLength(1);
  expect(found.filter((id) => !id.includes('history') && !id.endsWith('newest-first'))).toEqual([]);
});

it('refuses a glob that matches nothing', () => {
  expect(() => requirementsMatching(['receipts.histroy.*'])).toThrow(
    'No requirement matches "receipts.histroy.*".',
  );
});

it.each([
  ['*', 'receipts.history.at-most-50', true],
  ['*.history.*', 'receipts.history.at-most-50', true],
  ['receipts.history', 'receipts.history.at-most-50', false],
  ['receipts.hist.ry.*', 'receipts.history.at-most-50', false],
])('matches by the glob %s the id %s: %s', (glob, id, expected) => {
  expect(globMatcher(glob)(id)).toBe(expected);
});
