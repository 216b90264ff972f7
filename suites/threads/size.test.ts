import { expect, it } from 'vitest';
import { namesSize } from './size.ts';

it.each([
  ['86.73KB', 88_811],
  ['88.81KB', 88_811],
  ['88811 bytes', 88_811],
  ['87kb', 88_811],
  ['0.08MB', 88_811],
  ['0kb', 300],
])('takes %s for %i bytes', (size, bytes) => {
  expect(namesSize(size, bytes)).toBe(true);
});

it.each([
  ['173.46KB', 88_811],
  ['86.73B', 88_811],
  ['115.64KB', 88_811],
  ['0kb', 4_000],
])('does not take %s for %i bytes', (size, bytes) => {
  expect(namesSize(size, bytes)).toBe(false);
});

it.each(['86.73', 'KB', '86,73KB', '3 floppies', null])('does not judge %s', (size) => {
  expect(namesSize(size, 88_811)).toBeUndefined();
});
