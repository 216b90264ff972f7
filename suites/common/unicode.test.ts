import { expect, it } from 'vitest';
import { sweep } from './unicode.ts';

it('takes a character from every page of Unicode, but no half of a surrogate pair and no NUL', () => {
  const characters = sweep(1, 1).flatMap((text) => Array.from(text));
  const points = characters.map((one) => one.codePointAt(0) ?? 0);
  expect(new Set(points.map((point) => point >> 8)).size).toBe(0x1100 - 8);
  expect(points.filter((point) => point === 0 || (point >= 0xd800 && point <= 0xdfff))).toEqual([]);
});

it('makes texts of a size that everybody takes, the same for the same seed', () => {
  for (const text of sweep(7, 1)) expect(Array.from(text).length).toBeLessThanOrEqual(600);
  expect(sweep(7, 1)).toEqual(sweep(7, 1));
  expect(sweep(7, 1)).not.toEqual(sweep(8, 1));
});
