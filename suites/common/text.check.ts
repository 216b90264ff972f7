import { commonCheck } from '../kit/check.ts';
import { hash } from '../kit/text.ts';
import { comesBack } from './comes-back.ts';
import { sweep } from './unicode.ts';

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
    catches: [
      'escapes-html',
      'strips-tags',
      'unescapes-entities',
      'smileys-become-emoji',
      'addresses-become-links',
    ],
    texts: [
      (mark) => `<script>alert(1)</script> <b>${mark}</b> & &amp; &lt;`,
      (mark) => `"double" 'single' \\backslash\\ \\n \\u0041 ${mark} {"json": [1, 2]}`,
      (mark) => `{ "text": "${mark}",  "n": 1.0 }`,
      (mark) => `${mark} :) :-( <3 (c) -- ... 1/2 https://example.test/?a=1&b=2 @bob #1 *bold* _it_ ~~x~~`,
      (mark) => `100%25 %41+%20b ${mark}`,
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

commonCheck({
  says: 'A text that is a number comes back with all its zeros.',
  requires: ['text.markup'],
  catches: ['reads-texts-as-numbers'],
  needs: (verbs) => verbs,
  async run(verbs) {
    const digits = String(hash(verbs.world.text()));
    await comesBack(verbs, `00${digits}.50`, digits);
  },
});

commonCheck({
  says: 'Characters from every page of Unicode come back as they were sent.',
  requires: ['text.unicode'],
  catches: ['strips-control-characters', 'private-characters-become-boxes'],
  profile: 'standard',
  needs: (verbs) => verbs,
  async run(verbs) {
    const { seed, profile } = verbs.world.context;
    for (const characters of sweep(seed, profile === 'thorough' ? 16 : 1)) {
      const mark = verbs.world.text();
      // In the middle, where nobody trims it.
      await comesBack(verbs, `${mark} ${characters} ${mark}`, mark);
    }
  },
});
