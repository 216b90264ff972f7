import { expect, it } from 'vitest';
import { Failure, given, signatureOf, Unmet } from './failure.ts';

const lines = { expected: 'a row', received: 'nothing', because: 'no row came' };

it('turns a failure of what is given into something that could not be judged', async () => {
  const failing = given('The row was not knitted', () => Promise.reject(new Failure(lines)));
  await expect(failing).rejects.toThrow(Unmet);
  await expect(failing).rejects.toThrow('The row was not knitted: no row came');
});

it('leaves other errors of what is given as they are', async () => {
  const error = new TypeError('a knot in the harness');
  await expect(given('x', () => Promise.reject(error))).rejects.toBe(error);
  await expect(given('x', () => Promise.resolve(3))).resolves.toBe(3);
});

it.each([
  ['the row "abc" came 3 times', 'the row "…" came <n> times'],
  ['2025-03-04T18:20:11.402118+00:00 is not later than 2025-03-04 18:20', '<time> is not later than <time>'],
  ['5d1c3f0e-8a4b-4c6d-9e2f-0b7a61c8d943 is unknown', '<id> is unknown'],
  ['it took 1,234.5 ms', 'it took <n> ms'],
  ['a\n  b', 'a b'],
])('signs %j as %j', (because, signature) => {
  expect(signatureOf(because)).toBe(signature);
});

it('signs two different defects differently', () => {
  expect(signatureOf('row 1 is missing')).not.toBe(signatureOf('row 1 came twice'));
});
