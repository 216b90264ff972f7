// Small, real files to send: pictures that are all different, and a document.
import { hash } from '../kit/text.ts';

export interface FileToSend {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** What a browser's file picker would hand over, under a name that nobody has used before. */
export function picture(text: string, noise = 1_000): FileToSend {
  return { name: `${nameOf(text)}.gif`, type: 'image/gif', bytes: gif(text, noise) };
}

export function pdf(text: string): FileToSend {
  const bytes = Buffer.from(
    [
      '%PDF-1.1',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj',
      `% ${nameOf(text)}`,
      'trailer<</Root 1 0 R>>',
      '%%EOF',
      '',
    ].join('\n'),
  );
  return { name: `${nameOf(text)}.pdf`, type: 'application/pdf', bytes };
}

export function dataUrl({ type, bytes }: FileToSend): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

const nameOf = (text: string): string => text.replace(/[^\w.-]+/g, '-');

/** One pixel of a colour of its own, and a comment of noise that holds bytes of every value. */
function gif(text: string, noise: number): Buffer {
  let seed = hash(text);
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed >>> 24;
  };
  const blocks: Buffer[] = [];
  for (let left = noise; left > 0; left -= 255) {
    const block = Buffer.from(Array.from({ length: Math.min(left, 255) }, random));
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([1, 0, 1, 0, 0x80, 0, 0, random(), random(), random(), 0, 0, 0]),
    Buffer.from([0x21, 0xfe]),
    ...blocks,
    Buffer.from([0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
  ]);
}
