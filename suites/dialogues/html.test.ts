import { expect, it } from 'vitest';
import { elementsIn } from './html.ts';

it.each([
  ['plain markup', '<p>Hello <B>you</B></p>', ['p', 'b']],
  ['escaped text', '<p>&lt;mark&gt;</p>', ['p']],
  ['an attribute', '<input value="<mark>"><input value=\'"<mark>\'>', ['input', 'input']],
  ['a script', '<script>const name = "<mark>";</script><p>', ['script', 'p']],
  ['a title', '<title><mark></title><p>', ['title', 'p']],
  ['a comment', '<!-- <mark> --><p>', ['p']],
  ['a comment without an end', '<p><!-- <mark>', ['p']],
  ['a sign that opens nothing', '<p>1 < 2 <3 </p>', ['p']],
  ['the end of a script inside a string', '<script>"</script><mark>"</script>', ['script', 'mark']],
  ['the end of an attribute inside a value', '<input value=""><mark>">', ['input', 'mark']],
])('finds the elements around %s', (_, html, names) => {
  expect(elementsIn(html)).toEqual(names);
});
