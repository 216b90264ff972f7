import { expect, it } from 'vitest';
import { joinedWords, runs, runsOfProse } from './words.ts';

it('finds the words of a host, a file name and an address, also joined', () => {
  const found = joinedWords('wss://chat.My-House.test/ "Red_Green Blue.pdf"');
  expect([...found]).toEqual(expect.arrayContaining(['my-house', 'chat-my-house', 'red-green', 'pdf']));
  expect(found).not.toContain('green-blue');
});

it('takes runs of words across lines and marks', () => {
  expect([...runs('One, two\n  three "four"', 3)]).toEqual(['one two three', 'two three four']);
});

it('leaves code out of prose', () => {
  expect([...runsOfProse('one `x` two\n```json\n{"three": 3}\n```\nfour', 3)]).toEqual(['one two four']);
});

it('knows code also where a block is closed at the end of a line, or not at all', () => {
  const text = '```json\n{"three": 3} ```\none two\n  ```js\nthree four\n```json\nfive six\n```\nseven';
  expect([...runsOfProse(text, 3)]).toEqual(['one two seven']);
});
