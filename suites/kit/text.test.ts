import { expect, it } from 'vitest';
import { difference, hash, textsOf } from './text.ts';

it('says the same texts again for the same seed, and others for another', () => {
  const [one, again, other] = [textsOf(1, 'a'), textsOf(1, 'a'), textsOf(2, 'a')];
  const first = one();
  expect(again()).toBe(first);
  expect(other()).not.toBe(first);
  expect(textsOf(1, 'b')()).not.toBe(first);
});

it('never says a text twice', () => {
  const text = textsOf(1, 'a');
  expect(new Set(Array.from({ length: 500 }, text)).size).toBe(500);
});

it('says no four texts in the order of the alphabet, so that who sorts by text is found out', () => {
  const text = textsOf(1, 'a');
  const texts = Array.from({ length: 40 }, text);
  for (let at = 0; at + 4 <= texts.length; at += 1) {
    const four = texts.slice(at, at + 4);
    expect(four).not.toEqual(four.toSorted());
    expect(four).not.toEqual(four.toSorted().toReversed());
  }
});

it('sums up texts as FNV-1a does', () => {
  expect(hash('')).toBe(0x811c9dc5);
  expect(hash('foobar')).toBe(0xbf9cf968);
});

it.each([
  ['abc', 'abc', 'nothing'],
  ['abc', 'ab', '1 characters are missing at the end'],
  ['ab', 'abcd', '2 characters were added at the end'],
  ['a🧶c', 'a?c', 'character 2 was U+1F9F6 and is U+003F'],
])('tells where %j and %j part', (sent, came, words) => {
  expect(difference(sent, came)).toBe(words);
});
