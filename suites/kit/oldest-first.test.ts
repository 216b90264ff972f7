import { expect, it } from 'vitest';
import { type Clues, oldestFirst, type Saying } from './oldest-first.ts';

const [a, b] = [{ name: 'a' }, { name: 'b' }];
const items = (...texts: string[]): { text: string }[] => texts.map((text) => ({ text }));
const order = (texts: string[], clues: Partial<Clues> = {}): string =>
  oldestFirst(items(...texts), { said: [], instants: texts.map(() => 0), ...clues })
    .map(({ text }) => text)
    .join(' ');
const said = (...all: [string, object][]): Saying[] => all.map(([text, on]) => ({ text, on }));

it('goes by what was said on one socket, whatever the times are', () => {
  expect(order(['2', '1'], { said: said(['1', a], ['2', a]) })).toBe('1 2');
  expect(order(['2', 'old', '1'], { said: said(['1', a], ['2', a]) })).toBe('1 old 2');
});

it('takes no order from two sockets that spoke at the same time', () => {
  expect(order(['b1', 'b2', 'a1'], { said: said(['a1', a], ['b1', b], ['b2', b]) })).toBe('b1 b2 a1');
});

it('goes by the times where no socket said two things', () => {
  expect(order(['2', '1'], { instants: [2, 1], said: said(['2', a], ['1', b]) })).toBe('1 2');
});

it('goes by the order of saying where the times are the same, or none', () => {
  expect(order(['2', '1'], { said: said(['1', a], ['2', b]) })).toBe('1 2');
  expect(order(['2', '1'], { instants: [Number.NaN, Number.NaN], said: said(['1', a], ['2', b]) })).toBe(
    '1 2',
  );
});

it('leaves what it knows nothing about as it is', () => {
  expect(order(['1', '2'])).toBe('1 2');
  expect(order([])).toBe('');
});
