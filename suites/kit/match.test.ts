import { expect, it } from 'vitest';
import { isObject, mismatches, sameId, show } from './match.ts';

it('matches what the pattern names and overlooks the rest', () => {
  expect(mismatches({ type: 'wool', colour: 'red' }, { type: 'wool' })).toEqual([]);
  expect(mismatches({ at: { row: 1, more: true } }, { at: { row: 1 } })).toEqual([]);
});

it.each([
  [{ type: 'wool' }, { type: 'needle' }, ['type is "wool", not "needle"']],
  [{}, { type: 'wool' }, ['type is missing']],
  [{ at: { row: 1 } }, { at: { row: 2, seam: 3 } }, ['at.row is 1, not 2', 'at.seam is missing']],
  ['wool', { type: 'wool' }, ['the frame is "wool", not an object']],
  [[1, 2], { 0: 1 }, ['the frame is [1,2], not an object']],
  [{ rows: [1, 2] }, { rows: [1] }, ['rows is [1,2], not [1]']],
  [{ rows: 1 }, { rows: '1' }, ['rows is 1, not "1"']],
  [null, 7, ['the frame is null, not 7']],
])('says why %j does not fit %j', (value, pattern, reasons) => {
  expect(mismatches(value, pattern)).toEqual(reasons);
});

it('matches arrays as a whole', () => {
  expect(mismatches({ rows: [1, 2] }, { rows: [1, 2] })).toEqual([]);
});

it('asks a judge for the reason', () => {
  expect(mismatches({ rows: 3 }, { rows: (value: unknown) => value === 3 || 'are too few' })).toEqual([]);
  expect(mismatches({ rows: 2 }, { rows: (value: unknown) => value === 3 || 'are too few' })).toEqual([
    'rows are too few',
  ]);
  expect(mismatches(2, () => false)).toEqual(['the frame is 2']);
});

it('takes 7 and "7" for the same id, and 70 for another', () => {
  expect(sameId(7)('7')).toBe(true);
  expect(sameId('7')(7)).toBe(true);
  expect(sameId(7)(70)).toBe('is 70, not 7');
});

it('tells objects from arrays and null', () => {
  expect([{}, [], null, 'x'].map(isObject)).toEqual([true, false, false, false]);
});

it('shows values quoted and cut between characters', () => {
  expect(show(undefined)).toBe('nothing');
  expect(show('a')).toBe('"a"');
  expect(show('🧶🧶🧶', 3)).toBe('"🧶🧶… (5 characters)');
});
