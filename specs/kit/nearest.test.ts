import { expect, it } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

const DIALECTS = ['actions', 'dialogues', 'receipts', 'rooms', 'threads'];

it.each([
  ['receits', 'receipts'],
  ['Rooms', 'rooms'],
  ['thraeds', 'threads'],
  ['zebra', undefined],
])('suggests for %s the word %s', (word, expected) => {
  expect(nearest(word, DIALECTS)).toBe(expected);
});

it('names the whole choice when nothing is near and the choice is short', () => {
  expect(didYouMean('zebra', DIALECTS)).toBe(' Choose from: actions, dialogues, receipts, rooms, threads.');
  expect(didYouMean('zebra', [])).toBe('');
});
