import { expectEqual, expectNoCrash, expectTrue } from '../kit/expect.ts';
import { Unmet } from '../kit/failure.ts';
import type { Reply } from '../kit/http.ts';
import { show } from '../kit/match.ts';
import { picture } from '../kit/picture.ts';
import { field, type Item, uploadedOf } from './answers.ts';
import { check } from './driver.ts';
import { namesSize } from './size.ts';

function expectBytes(reply: Reply, bytes: Uint8Array): void {
  expectTrue(
    reply.status === 200 && reply.bytes.equals(bytes),
    reply.status === 200
      ? `the file has other bytes: ${reply.bytes.length} instead of ${bytes.length}${reply.bytes.length === bytes.length ? ', but not the same ones' : ''}`
      : `the file is not served: ${reply.problem ?? `HTTP ${reply.status}`}`,
    {
      expected: `200 and the ${bytes.length} bytes that were uploaded`,
      received: `${reply.problem ?? reply.status} and ${reply.bytes.length} bytes`,
      entry: reply.entry,
    },
  );
}

check({
  says: 'The address and the size of a file have the documented forms everywhere.',
  requires: ['threads.files.path-form', 'threads.files.size-form'],
  catches: ['file-address-without-slash', 'file-size-without-unit'],
  async run({ together, uploaded, announced, stored, alice, bob }) {
    const { a, b } = await together();
    const upload = await uploaded(alice, bob);
    await announced(a, upload, b);
    const { attached_file, attached_file_size } = await stored(bob, alice, upload.text);
    if (typeof attached_file !== 'string' || typeof attached_file_size !== 'string')
      throw new Unmet('The message among the messages has no file to look at.');
  },
});

check({
  says: 'The size of a file is the size of what was uploaded.',
  requires: ['threads.files.size-is-true'],
  catches: ['file-size-doubled', 'file-size-of-base64', 'size-of-large-files-is-off'],
  async run({ uploaded, upload, alice, bob, world }) {
    for (const side of [24, 300]) {
      const { bytes, item } = await uploaded(alice, bob, { side });
      expectSize(item, bytes);
    }
    const bytes = picture('large.png', 1100);
    const fields = { receiver: String(bob.id), message: world.text() };
    const reply = await upload(alice, { fields, name: 'large.png', bytes });
    const item = uploadedOf(reply);
    // Some take no file of more than a megabyte.
    if (item === undefined) world.observe('A file of 1.2 megabytes', `answered with ${reply.status}`);
    else expectSize(item, bytes);
  },
});

function expectSize({ attached_file_size: size }: Item, { length }: Uint8Array): void {
  const told = namesSize(size, length);
  if (told === undefined) throw new Unmet(`The attached_file_size ${show(size)} has no unit that is known.`);
  expectTrue(told, `a file of ${length} bytes is said to have ${show(size)}`, {
    expected: `${length} bytes, in any unit`,
    received: show(size),
  });
}

check({
  says: 'The name of a file is the one that it was uploaded with.',
  requires: ['threads.files.name-is-the-uploaded-one'],
  catches: ['file-name-is-the-stored-one'],
  async run({ together, uploaded, announced, stored, alice, bob }) {
    const { a, b } = await together();
    const upload = await uploaded(alice, bob);
    expectEqual('The name in the answer', upload.item.attached_file_name, upload.name);
    const { heard } = await announced(a, upload, b);
    expectEqual('The name in the frame', field(heard.value, 'attached_file_name'), upload.name, heard);
    const { attached_file_name } = await stored(bob, alice, upload.text);
    expectEqual('The name among the messages', attached_file_name, upload.name);
  },
});

check({
  says: 'The name and size of a file are the same in the answer, the frame and among the messages.',
  requires: ['threads.files.agree-everywhere'],
  catches: ['file-size-differs-in-frame', 'file-name-differs-in-history'],
  async run({ together, uploaded, announced, stored, alice, bob }) {
    const { a, b } = await together();
    const upload = await uploaded(alice, bob);
    const { attached_file_name, attached_file_size } = upload.item;
    const { heard } = await announced(a, upload, b);
    expectEqual('The name in the frame', field(heard.value, 'attached_file_name'), attached_file_name, heard);
    expectEqual('The size in the frame', field(heard.value, 'attached_file_size'), attached_file_size, heard);
    for (const [reader, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const item = await stored(reader, other, upload.text);
      expectEqual('The name among the messages', item.attached_file_name, attached_file_name);
      expectEqual('The size among the messages', item.attached_file_size, attached_file_size);
    }
  },
});

check({
  says: 'The address in the answer serves the bytes that were uploaded.',
  requires: ['threads.files.served-from-the-answer'],
  catches: ['file-is-cut', 'file-is-not-served'],
  async run({ uploaded, getFile, alice, bob }) {
    const { item, bytes } = await uploaded(alice, bob, { side: 300 });
    expectBytes(await getFile(alice, item.attached_file), bytes);
  },
});

check({
  says: 'The address in the frame serves the receiver the bytes that were uploaded.',
  requires: ['threads.files.served-from-the-frame'],
  catches: ['frame-with-other-file', 'file-is-not-served-to-receiver'],
  async run({ together, uploaded, announced, getFile, alice, bob }) {
    const { a, b } = await together();
    const upload = await uploaded(alice, bob);
    // An older file of the same people must not be taken for it.
    await uploaded(alice, bob);
    const { heard } = await announced(a, upload, b);
    expectBytes(await getFile(bob, field(heard.value, 'attached_file_url')), upload.bytes);
  },
});

check({
  says: 'A file is served every time, to either of the two who are shown the message.',
  requires: ['threads.files.served-every-time'],
  catches: ['file-is-served-once'],
  async run({ uploaded, stored, getFile, alice, bob }) {
    const upload = await uploaded(alice, bob);
    for (const [reader, other] of [
      [alice, bob],
      [alice, bob],
      [bob, alice],
      [bob, alice],
    ] as const) {
      // The address is taken anew each time: one that is signed may be for one use.
      const { attached_file } = await stored(reader, other, upload.text);
      expectBytes(await getFile(reader, attached_file), upload.bytes);
    }
  },
});

check({
  says: 'A file with an odd name is served whole, or refused.',
  requires: ['threads.files.odd-names'],
  catches: ['odd-file-names-are-not-served', 'crashes-on-odd-file-names'],
  async run({ upload, uploaded, getFile, alice, bob, world }) {
    await uploaded(alice, bob);
    for (const name of [
      'two words (1).png',
      'naïve ünïcode 日本.png',
      'many.dots.in.it.tar.png',
      '../../../outside.png',
      '.png',
      '100%25#?.png',
      `${'long'.repeat(60)}.png`,
    ]) {
      const bytes = picture(`${name} ${world.text()}`);
      const fields = { receiver: String(bob.id), message: world.text() };
      const reply = await upload(alice, { fields, name, bytes });
      expectNoCrash(reply);
      const item = uploadedOf(reply);
      if (item === undefined) world.observe('A file with an odd name', `${show(name)}: ${reply.status}`);
      else expectBytes(await getFile(alice, item.attached_file), bytes);
    }
  },
});
