import { expectNoCrash, expectTrue } from '../kit/expect.ts';
import { show } from '../kit/match.ts';
import { difference } from '../kit/text.ts';
import { field, uploadedOf } from './answers.ts';
import { check } from './driver.ts';

/** The format of forms may turn a line feed into two characters. */
const plain = (text: unknown): string => String(text).replaceAll('\r\n', '\n');

check({
  says: 'A text that comes with an upload comes back as it was sent.',
  requires: ['threads.text.uploaded'],
  catches: ['upload-trims-text', 'upload-escapes-html', 'upload-loses-astral-characters'],
  async run({ together, upload, uploaded, messages, alice, bob, world }) {
    const { a, b } = await together();
    await uploaded(alice, bob);
    for (const around of [
      (mark: string) => `👩🏽‍🚀 e\u0301 and \u00e9 ${mark} שלום 日本語 \u{1F9EA}`,
      (mark: string) => `<b>${mark}</b> & &amp; "double" 'single' \\n \\u0041 %41`,
      (mark: string) => `  two in front of ${mark},\ta tab\nand a line, two behind  `,
    ]) {
      const text = around(world.text());
      const reply = await upload(alice, { fields: { receiver: String(bob.id), message: text } });
      expectNoCrash(reply);
      const item = uploadedOf(reply);
      if (item === undefined) {
        world.observe('A text with an upload that is not plain', `refused: ${show(text, 40)}`);
        continue;
      }
      const same = (where: string, came: unknown): void =>
        expectTrue(
          plain(came) === plain(text),
          `the text came back changed ${where}: ${difference(plain(text), plain(came))}`,
          { expected: show(text), received: show(came) },
        );
      same('in the answer', item.message);
      const announced = world.text();
      a.announce(String(item.id), announced);
      const about = { created_msg_id: (id: unknown) => String(id) === String(item.id) || 'is another' };
      const heard = await b.until(() => b.all('reMessageFile', about)[0]);
      const came = field(heard?.value, 'message_body');
      // Whose text it is, is another requirement.
      if (heard !== undefined && came !== announced) same('in the frame', came);
      const stored = (await messages(bob, alice)).find(({ id }) => String(id) === String(item.id));
      if (stored !== undefined) same('among the messages', stored.message);
    }
  },
});

check({
  says: 'Control characters other than NUL come back as they were sent, or are refused.',
  requires: ['threads.text.whitespace'],
  catches: ['strips-control-characters'],
  async run({ together, afterwards, find, alice, bob, world }) {
    const { a, b } = await together();
    const mark = world.text();
    const text = `bell \u0007 and escape \u001b[31m ${mark} delete \u007f next line \u0085 unit \u001f end`;
    a.write(bob.id ?? '', text);
    await afterwards(a, b);
    const own = b.heard.filter(({ value }) => String(field(value, 'message_body')).includes(mark));
    for (const { value, entry } of own) {
      const came = String(field(value, 'message_body'));
      expectTrue(came === text, `the text came back changed: ${difference(text, came)}`, {
        expected: show(text),
        received: show(came),
        entry,
      });
    }
    if (own.length === 0) return world.observe('A text with control characters', 'refused');
    expectTrue((await find(bob, alice, text)) !== undefined, 'the text is not stored as it was sent', {
      expected: show(text),
      received: 'another text, or none, among the messages',
    });
  },
});
