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
      a.announce(String(item.id), world.text());
      const about = { created_msg_id: (id: unknown) => String(id) === String(item.id) || 'is another' };
      const heard = await b.until(() => b.all('reMessageFile', about)[0]);
      if (heard !== undefined && !world.accepts('body-from-frame'))
        same('in the frame', field(heard.value, 'message_body'));
      const stored = (await messages(bob, alice)).find(({ id }) => String(id) === String(item.id));
      if (stored !== undefined) same('among the messages', stored.message);
    }
  },
});
