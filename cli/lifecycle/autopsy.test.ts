import { expect, it } from 'vitest';
import { textOf } from './autopsy.ts';

it('reads the text between the frames of a log', () => {
  const frame = (text: string): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(Buffer.byteLength(text), 4);
    return Buffer.concat([head, Buffer.from(text)]);
  };
  expect(textOf(Buffer.concat([frame('grüße\n'), frame(''), frame('two')]))).toBe('grüße\ntwo');
  expect(textOf(Buffer.alloc(0))).toBe('');
});
