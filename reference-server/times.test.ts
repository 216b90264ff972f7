import { expect, it } from 'vitest';
import { instant, withBlank, withMicroseconds, withMilliseconds } from './times.ts';

const MICROS = 1_739_709_296_789_012;

it.each([
  [withMilliseconds(MICROS), '2025-02-16T12:34:56.789Z'],
  [withMicroseconds(MICROS, '+00:00'), '2025-02-16T12:34:56.789012+00:00'],
  [withMicroseconds(MICROS, 'Z'), '2025-02-16T12:34:56.789012Z'],
  [withMicroseconds(MICROS, ''), '2025-02-16T12:34:56.789012'],
  [withBlank(MICROS), '2025-02-16 12:34:56.789'],
])('writes %s', (written, expected) => {
  expect(written).toBe(expected);
});

it.each([
  ['2025-02-16T12:34:56.789012+00:00', MICROS],
  ['2025-02-16T14:34:56.789012+02:00', MICROS],
  ['2025-02-16 12:34:56.789', MICROS - 12],
  ['2020-11-21T17:11:06.23Z', 1_605_978_666_230_000],
  ['2025-02-16T12:34:56Z', MICROS - 789_012],
  ['yesterday', undefined],
  ['2025-13-40T12:34:56Z', undefined],
])('reads %s', (text, expected) => {
  expect(instant(text)).toBe(expected);
});
