import { expect, it } from 'vitest';
import { codeSpan, cut, fence, html, json, markdown, visible, xmlAttribute } from './escape.ts';
import { ATTACKS } from './testing/hostile.ts';

it.each([
  ['as it is', 'abc', 3, 'abc'],
  ['with a count of what is missing', 'abcdef', 3, 'abc… (3 more characters)'],
  ['never through a surrogate pair', 'ab😀cd', 3, 'ab… (4 more characters)'],
])('cuts a text %s', (_title, text, size, expected) => {
  expect(cut(text, size)).toBe(expected);
});

it.each([
  ['\u0000\u001b[31m\u007f\u009b', '\\u0000\\u001b[31m\\u007f\\u009b'],
  ['a\tb\r\nc', 'a\\tb\\r\nc'],
  ['\ud800 😀 \udc00', '\\ud800 😀 \\udc00'],
  ['\u202eabc\u2028\ufeff\uffff', '\\u202eabc\\u2028\\ufeff\\uffff'],
  ['héllo 👩‍👩‍👧 سلام', 'héllo 👩‍👩‍👧 سلام'],
])('makes %j visible', (text, expected) => {
  expect(visible(text)).toBe(expected);
});

it('escapes HTML and XML', () => {
  expect(html(`<a href="x" id='y'>&\u0000`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\\u0000');
  expect(xmlAttribute('a\nb')).toBe('a&#10;b');
});

it('writes JSON that gives back the same value and holds nothing invisible', () => {
  const source = json(ATTACKS);
  expect(JSON.parse(source)).toEqual(ATTACKS);
  expect(source).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2028\u2029]/u);
});

it.each([
  ['# a *b* _c_ `d` [e](f) <g>', '#<!-- --> a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) &lt;g&gt;'],
  ['- a', '\\- a'],
  ['1. a', '1\\. a'],
  ['@all #7 https://x www.y', '@<!-- -->all #<!-- -->7 https:<!-- -->//x w<!-- -->ww.y'],
  ['a\n\nb | c', 'a b \\| c'],
])('escapes %j for Markdown', (text, expected) => {
  expect(markdown(text)).toBe(expected);
});

it('closes code only where it ends', () => {
  expect(codeSpan('a ``b`` c')).toBe('```a ``b`` c```');
  expect(codeSpan('`')).toBe('`` ` ``');
  expect(fence('a\n````\nb')).toBe('`````text\na\n````\nb\n`````');
});
