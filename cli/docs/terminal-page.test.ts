import { expect, it } from 'vitest';
import { painted } from './terminal-page.ts';

it('turns the colours of a terminal into those of a page, and nothing else', () => {
  expect(painted('\u001b[31m✗\u001b[0m \u001b[1mid\u001b[0m <b>')).toBe(
    '<span style="color:#ff7b72">✗</span> <span style="font-weight:bold">id</span> &lt;b>',
  );
});
