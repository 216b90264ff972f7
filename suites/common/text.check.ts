import { commonCheck } from '../kit/check.ts';
import { eventually } from '../kit/eventually.ts';
import { Failure, given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import { difference } from '../kit/text.ts';
import type { Verbs } from '../kit/verbs.ts';
import { fenced, fencedAnew } from './fenced.ts';

/** Every text holds a mark, so that no other run has sent it. */
const samples: { slug: string; says: string; catches: string[]; texts: ((mark: string) => string)[] }[] = [
  {
    slug: 'unicode',
    says: 'Text of every script and with every sign comes back as it was sent.',
    catches: ['loses-astral-characters', 'normalises-text', 'strips-zero-width'],
    texts: [
      (mark) => `${mark} 👩🏽‍🚀 👨‍👩‍👧‍👦 🇺🇦 𝒳 𐍈 \u{1F9EA}\u{10FFFD}`,
      (mark) => `${mark} e\u0301 and \u00e9, A\u030a and \u00c5, zero\u200bwidth\u200djoiner\ufeff.`,
      (mark) => `שלום עולם \u202Eabc\u202C ${mark} 日本語 ไทย हिन्दी`,
    ],
  },
  {
    slug: 'markup',
    says: 'Text that looks like markup or code comes back as it was sent.',
    catches: ['escapes-html', 'strips-tags', 'unescapes-entities'],
    texts: [
      (mark) => `<script>alert(1)</script> <b>${mark}</b> & &amp; &lt;`,
      (mark) => `"double" 'single' \\backslash\\ \\n \\u0041 ${mark} {"json": [1, 2]}`,
      (mark) => `%00 %s \${x} {{y}} \`z\` Robert'); DROP TABLE messages;-- ${mark}`,
    ],
  },
  {
    slug: 'whitespace',
    says: 'Spaces, tabs and line breaks come back as they were sent.',
    catches: ['trims-text', 'collapses-whitespace', 'strips-line-breaks'],
    texts: [
      (mark) => `  two in front of ${mark}, two behind  `,
      (mark) => `\n${mark}\tb\nc\r\nd\n`,
      (mark) => `${mark}  two   three`,
    ],
  },
  {
    slug: 'long',
    says: 'A long text comes back whole, or is refused.',
    catches: ['truncates-text', 'cuts-at-4096'],
    texts: [(mark) => mark + 'x'.repeat(10_000 - mark.length)],
  },
];

for (const { slug, says, catches, texts } of samples) {
  commonCheck({
    says,
    requires: [`text.${slug}`],
    catches,
    needs: (verbs) => verbs,
    async run(verbs) {
      for (const text of texts) {
        const mark = verbs.world.text();
        await comesBack(verbs, text(mark), mark);
      }
    },
  });
}

/** A target may refuse a text, even by closing the socket of the one who sent it; it may not change it. */
async function comesBack(verbs: Verbs, text: string, mark: string): Promise<void> {
  const { world, history } = verbs;
  const [a, b] = await Promise.all([verbs.join('alice'), verbs.join('bob')]);
  await given('An ordinary message did not arrive', () => fenced(a, b, world.text()));
  const since = b.ear.mark;
  a.say(text);
  const last = world.text();
  await fencedAnew(verbs, a, b, last);
  const came = b.ear.heard.slice(since).filter((heard) => ![undefined, last].includes(verbs.textOf(heard)));
  // Other people's messages, and ours from earlier, may arrive at the same time.
  const own = came.filter((heard) => verbs.textOf(heard)?.includes(mark));
  const changed = own.find((heard) => verbs.textOf(heard) !== text);
  if (changed !== undefined) throw altered(changed.entry.what, text, verbs.textOf(changed), changed);
  if (own.length === 0 && came.length > 0)
    throw new Unmet('Something came that may be the text or another message; this cannot be told apart.');
  if (own.length === 0) return world.observe('A text that is not plain', `refused: ${show(text, 40)}`);
  if (history === undefined) return;
  const stored = await eventually(world, async () => {
    const lines = await history('bob');
    return lines.find((line) => line.text === text) ?? lines.find((line) => line.text.includes(mark));
  });
  if (stored === undefined) throw new Unmet('The message is not in the history.');
  if (stored.text !== text) throw altered(show(stored.text, 200), text, stored.text);
}

function altered(received: string, text: string, came: string | undefined, heard?: Heard): Failure {
  if (heard !== undefined) heard.entry.offending = true;
  return new Failure({
    expected: `the text as it was sent: ${show(text)}`,
    received,
    because: `the text came back changed: ${difference(text, came ?? '')}`,
  });
}
