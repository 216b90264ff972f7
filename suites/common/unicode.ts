// Texts with characters from everywhere in Unicode: some of each page of 256, but no half of a surrogate pair and no NUL.
import { chanceOf } from '../history/chance.ts';

const pages = 0x1100;
const charactersInAText = 400;

export function sweep(seed: number, ofEachPage: number): string[] {
  const chance = chanceOf(seed, 'unicode');
  const texts: string[] = [];
  let text = '';
  let count = 0;
  for (let page = 0; page < pages; page += 1) {
    // Surrogates are no characters.
    if (page >= 0xd8 && page <= 0xdf) continue;
    for (let n = 0; n < ofEachPage; n += 1) {
      text += String.fromCodePoint(Math.max(1, page * 256 + chance.below(256)));
      count += 1;
    }
    if (count < charactersInAText && page < pages - 1) continue;
    texts.push(text);
    [text, count] = ['', 0];
  }
  // Where most of what people write comes from, and most of what is stripped.
  const first = Array.from({ length: 0x250 }, (_, at) => String.fromCodePoint(at + 1)).join('');
  return [first, ...texts];
}
