// Texts to send: readable, all different, and the same for the same seed and purpose.
const words = [
  'amber',
  'birch',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'grove',
  'heath',
  'inlet',
  'jetty',
  'knoll',
  'larch',
  'maple',
  'north',
  'ochre',
  'pearl',
];

/** From one word to the next: texts that follow each other must not stand in the order of the alphabet. */
const stride = 7;

export function textsOf(seed: number, purpose: string): () => string {
  const mark = hash(`${seed} ${purpose}`);
  let count = 0;
  return () => {
    count += 1;
    return `${words[(mark + stride * count) % words.length]} ${mark.toString(36)}-${count}`;
  };
}

/** FNV-1a, so that a text depends on nothing but the seed and its purpose. */
export function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const byte of Buffer.from(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum;
}

/** Where two texts part, in words. */
export function difference(sent: string, came: string): string {
  const [was, is] = [Array.from(sent), Array.from(came)];
  const at = was.findIndex((character, n) => character !== is[n]);
  if (at === -1)
    return is.length === was.length
      ? 'nothing'
      : `${is.length - was.length} characters were added at the end`;
  if (at >= is.length) return `${was.length - is.length} characters are missing at the end`;
  return `character ${at + 1} was ${name(was[at])} and is ${name(is[at])}`;
}

function name(character: string | undefined): string {
  return `U+${(character?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
