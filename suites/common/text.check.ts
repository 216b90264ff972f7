import { commonCheck } from '../kit/check.ts';
import { Failure, given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import { difference } from '../kit/text.ts';
import type { Verbs } from '../kit/verbs.ts';
import { fenced } from './fenced.ts';

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
      for (const text of texts) await comesBack(verbs, text(verbs.world.text()));
    },
  });
}

/** A target may refuse a text, even by closing the socket of the one who sent it; it may not change it. */
async function comesBack(verbs: Verbs, text: string): Promise<void> {
  const { world } = verbs;
  const [a, b] = await Promise.all([verbs.join('alice'), verbs.join('bob')]);
  await given('An ordinary message did not arrive', () => fenced(a, b, world.text()));
  const since = b.ear.mark;
  a.say(text);
  const last = world.text();
  const closed = await Promise.race([fenced(a, b, last).then(() => false), a.out.gone().then(() => true)]);
  if (closed) await fenced(await verbs.join('alice'), b, last);
  const came = b.ear.heard.slice(since).filter((heard) => ![undefined, last].includes(verbs.textOf(heard)));
  const changed = came.find((heard) => verbs.textOf(heard) !== text);
  if (changed !== undefined) throw altered(changed.entry.what, text, verbs.textOf(changed), changed);
  if (came.length === 0) return world.observe('A text that is not plain', `refused: ${show(text, 40)}`);
  if (verbs.history === undefined) return;
  const lines = await verbs.history('bob');
  if (lines.some((line) => line.text === text)) return;
  const stored = lines[lines.findLastIndex((line) => line.text === last) - 1];
  if (stored === undefined) throw new Unmet('The message is not in the history.');
  throw altered(show(stored.text, 200), text, stored.text);
}

function altered(received: string, text: string, came: string | undefined, heard?: Heard): Failure {
  if (heard !== undefined) heard.entry.offending = true;
  return new Failure({
    expected: `the text as it was sent: ${show(text)}`,
    received,
    because: `the text came back changed: ${difference(text, came ?? '')}`,
  });
}
