import { expect, it } from 'vitest';
import { chatproof } from '../testing/chatproof.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { topicNames } from './topics.ts';

it('lists commands and topics', async () => {
  const { code, out } = await chatproof('help');
  expect(code).toBeUndefined();
  expect(out).toMatch(/^Usage: chatproof/);
  expect(out).toMatch(/^ {2}people +People$/m);
});

it.each(topicNames())('shows the topic %s within the width of a terminal', async (topic) => {
  const { out, err } = await chatproof('help', topic);
  expect(err).toBe('');
  expect(out).not.toMatch(/^#|\]\(|\*\*/m);
  const wide = out.split('\n').filter((line) => line.length > 80 && !/^ {4}| {2,}\S/.test(line));
  expect(wide).toEqual([]);
});

it('shows the help of a command, with its examples', async () => {
  const { out } = await chatproof('help', 'check');
  expect(out).toBe((await chatproof('check', '--help')).out);
  expect(out).toContain('Examples:');
});

it('suggests the topic that was meant', async () => {
  expect(await chatproof('help', 'lifecicle')).toEqual({
    code: 4,
    out: '',
    err: 'There is no topic "lifecicle". Did you mean "lifecycle"?\n',
  });
});

it('turns Markdown into plain text', () => {
  const text = `# A title

Some **bold** words and [a page](people.md#x), [elsewhere](https://example.test/).

![a picture](x.png)

- one item that is long enough to be wrapped onto another line
- two

| a | b |
| --- | --- |
| 1 | a cell that is too long for the width |

\`\`\`sh
as   it is
\`\`\`
`;
  expect(plainMarkdown(text, { width: 32, bold: false })).toMatchInlineSnapshot(`
    "A TITLE

    Some bold words and a page (help
    people), elsewhere
    (https://example.test/).

    - one item that is long enough
      to be wrapped onto another
      line
    - two

    a  b
    1  a cell that is too long for
       the width

        as   it is
    "
  `);
});
