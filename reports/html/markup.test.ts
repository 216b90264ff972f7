import { expect, it } from 'vitest';
import { budget } from './budget.ts';
import { h, link, prose } from './markup.ts';

it('escapes what is put in as text, and keeps markup', () => {
  const item = (text: string) => h`<li>${text}</li>`;
  expect(h`<ul class="${'"x"'}">${['<b>', 'c'].map(item)}${undefined}${7}</ul>`.markup).toBe(
    '<ul class="&quot;x&quot;"><li>&lt;b&gt;</li><li>c</li>7</ul>',
  );
});

it('shows words in backticks as code', () => {
  expect(prose('`a<b>` is `open').markup).toBe('<code>a&lt;b&gt;</code> is `open');
});

it('leads to any id, also one that no catalogue would have', () => {
  expect(link('receipts.history.newest-first')).toBe('#receipts.history.newest-first');
  expect(link('a b"\ud800')).toBe('#a%20b%22%5Cud800');
});

it('spends no more than it has, and nothing on what is too large', () => {
  const { spend } = budget(1, 10, 6);
  const made = (size: number) => spend(() => ({ markup: 'x'.repeat(size) }))?.markup.length;
  expect([made(6), made(7), made(4), made(1)]).toEqual([6, undefined, 4, undefined]);
});

it('shortens the standard lines only as much as the number of failures asks for', () => {
  const size = (failures: number, text: string) =>
    budget(failures).lines((most) => ({ markup: text.slice(0, most) })).markup.length;
  expect([size(1, 'x'.repeat(9_000)), size(1_000, 'x'.repeat(9_000)), size(1_000, 'short')]).toEqual([
    1_500, 600, 5,
  ]);
  expect(size(1e9, 'x'.repeat(9_000))).toBe(60);
});
