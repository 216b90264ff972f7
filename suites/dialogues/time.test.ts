import { expect, it } from 'vitest';
import { instantOf, nextInstant, sameInstant, spell } from './time.ts';

const at = Date.UTC(2025, 2, 14, 18, 30, 0, 250);

it.each([
  '2025-03-14 18:30:00.250',
  '2025-03-14 18:30:00.25',
  '2025-03-14T18:30:00.250Z',
  '2025-03-14T18:30:00.250000Z',
  '2025-03-14T18:30:00.2499999Z',
  '2025-03-14T19:30:00.250+01:00',
])('reads %s as the instant that it means', (text) => {
  expect(instantOf(text)).toBe(at);
});

it.each(['', 'yesterday', '18:30', undefined, null, 7])('finds no instant in %j', (value) => {
  expect(instantOf(value)).toBeNaN();
});

it('spells an instant so that it is read back', () => {
  expect(spell(at)).toBe('2025-03-14 18:30:00.250');
  expect(spell(at, 'with T and Z')).toBe('2025-03-14T18:30:00.250Z');
  expect(sameInstant(at)(spell(at, 'with T and Z'))).toBe(true);
  expect(sameInstant(at)(spell(at + 1))).toMatch('is "2025-03-14 18:30:00.251", not');
});

it('never gives one person the same instant twice', () => {
  const instants = Array.from({ length: 100 }, () => nextInstant('5550100001'));
  expect(new Set(instants).size).toBe(100);
});
