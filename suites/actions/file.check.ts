import { expectEqual, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { isObject, sameId, show } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import type { Cast, Message } from './cast.ts';
import { check } from './driver.ts';
import { type FileToSend, pdf, picture } from './files.ts';
import type { Seat } from './seat.ts';
import { attachmentsOf, type Item, idIn, messageIn, withId } from './wire.ts';

interface Sent {
  a: Seat;
  b: Seat;
  file: FileToSend;
  message: Message;
}

/** Alice sends a file with a text, and both have heard of it. */
async function sends(cast: Cast, file: FileToSend = picture(cast.world.text())): Promise<Sent> {
  const { a, b } = await cast.together();
  const message = await cast.messageWithFile(a, file, a, b);
  return { a, b, file, message };
}

/** The message as bob is shown it afterwards. */
async function stored(cast: Cast, { id, text }: Message): Promise<Item> {
  const items = await cast.history(cast.bob, cast.room());
  const item = withId(items, id) ?? items.find((one) => one.text === text);
  if (item === undefined) throw new Unmet('The message is not in the history.');
  return item;
}

async function attachment(cast: Cast, message: Message): Promise<Record<string, unknown>> {
  const [first] = attachmentsOf(await stored(cast, message));
  if (first === undefined) throw new Unmet('The message has no attachment in the history.');
  return first;
}

check({
  says: 'A message with a file reaches both members.',
  requires: ['actions.file.reaches-the-room'],
  catches: ['drops-messages-with-files'],
  async run(cast) {
    const { a, b } = await cast.together();
    const text = cast.world.text();
    await cast.sendFile(a, picture(text), text);
    for (const seat of [a, b]) await seat.hears('chatMessage', { message: { text } });
  },
});

check({
  says: 'The frame of a message with a file carries its address.',
  requires: ['actions.file.frame-carries-attachments'],
  catches: ['frame-without-attachments'],
  async run(cast) {
    const { message } = await sends(cast);
    const { attachments } = messageIn(message.heard);
    const first: unknown = Array.isArray(attachments) ? attachments[0] : undefined;
    expectTrue(
      isObject(first) && typeof first['file_url'] === 'string',
      'the frame of a message with a file has no attachment with a file_url',
      { expected: 'attachments: [{file_url}]', received: show(attachments), entry: message.heard.entry },
    );
  },
});

check({
  says: 'In the history a message that was sent with a file has one attachment.',
  requires: ['actions.file.stored-with-the-message'],
  catches: ['attachment-not-stored', 'attachment-stored-twice'],
  async run(cast) {
    const { message } = await sends(cast);
    const { attachments } = await stored(cast, message);
    const count = Array.isArray(attachments) ? attachments.length : 0;
    expectTrue(count === 1, `the message has ${count} attachments in the history`, {
      expected: 'one attachment',
      received: show(attachments),
    });
  },
});

check({
  says: 'An attachment in the history looks as documented.',
  requires: ['actions.file.attachment-shape', 'actions.file.attachment-values'],
  catches: ['attachment-without-content-type', 'attachment-with-relative-address'],
  async run(cast) {
    const { message } = await sends(cast);
    await attachment(cast, message);
  },
});

check({
  says: 'An attachment keeps the name that the file was sent with.',
  requires: ['actions.file.keeps-its-name'],
  catches: ['attachment-renamed'],
  async run(cast) {
    const { file, message } = await sends(cast);
    expectEqual('The file_name', (await attachment(cast, message))['file_name'], file.name);
  },
});

check({
  says: 'An attachment keeps the type that the file was sent with.',
  requires: ['actions.file.keeps-its-type'],
  catches: ['attachment-type-is-octet-stream', 'attachment-type-is-a-picture'],
  async run(cast) {
    for (const file of [picture(cast.world.text()), pdf(cast.world.text())]) {
      const { message } = await sends(cast, file);
      expectEqual('The content_type', (await attachment(cast, message))['content_type'], file.type);
    }
  },
});

check({
  says: 'The address of a file shows the ending of its name.',
  requires: ['actions.file.address-shows-the-ending'],
  catches: ['file-address-without-ending'],
  async run(cast) {
    for (const file of [picture(cast.world.text()), pdf(cast.world.text())]) {
      const { message } = await sends(cast, file);
      const address = String((await attachment(cast, message))['file_url']);
      const ending = file.name.slice(file.name.lastIndexOf('.'));
      expectTrue(address.includes(ending), `the file_url does not contain ${ending}`, {
        expected: `an address with ${ending}`,
        received: show(address),
      });
    }
  },
});

/** What is behind an address that the target gave. */
async function expectBytes({ getFile, world }: Cast, address: unknown, bytes: Uint8Array): Promise<void> {
  const isAddress = typeof address === 'string' && URL.canParse(address, world.target.http);
  const whole = isAddress ? new URL(address, world.target.http).href : '';
  expectTrue(/^https?:/.test(whole), 'the file_url is no address that can be fetched', {
    expected: 'an address to fetch the file from',
    received: show(address),
  });
  const reply = await getFile('bob', whole);
  expectTrue(
    reply.status === 200 && reply.bytes.equals(bytes),
    reply.status === 200
      ? `the file has other bytes: ${reply.bytes.length} instead of ${bytes.length}${reply.bytes.length === bytes.length ? ', but not the same ones' : ''}`
      : `the file is not served: ${reply.problem ?? `HTTP ${reply.status}`}`,
    {
      expected: `200 and the ${bytes.length} bytes that were sent`,
      received: `${reply.problem ?? reply.status} and ${reply.bytes.length} bytes`,
      entry: reply.entry,
    },
  );
}

/** The frame of a message with a file that may be too long: where the limit lies is not said. */
async function ifTaken(cast: Cast, a: Seat, file: FileToSend): Promise<Heard | undefined> {
  const [text, later] = [cast.world.text(), cast.world.text()];
  try {
    await cast.sendFile(a, file, text);
    a.say(later);
  } catch (error) {
    if (error instanceof Unmet) return undefined;
    throw error;
  }
  const of = (said: string): Heard | undefined => a.all('chatMessage', { message: { text: said } })[0];
  await a.until(() => of(text) ?? of(later) ?? a.closing);
  return of(text);
}

check({
  says: 'The address of a file serves exactly the bytes that were sent.',
  requires: ['actions.file.bytes-come-back'],
  catches: ['file-is-cut', 'file-is-not-served', 'file-is-served-as-text'],
  async run(cast) {
    const { a, message, file } = await sends(cast, picture(cast.world.text(), 6_000));
    const [inFrame] = attachmentsOf(messageIn(message.heard));
    if (inFrame !== undefined) await expectBytes(cast, inFrame['file_url'], file.bytes);
    await expectBytes(cast, (await attachment(cast, message))['file_url'], file.bytes);
    const long = picture(cast.world.text(), 100_000);
    const taken = await ifTaken(cast, a, long);
    cast.world.observe('A file of 100 kB', taken === undefined ? 'is refused' : 'is taken');
    if (taken === undefined) return;
    const item = withId(await cast.history(cast.bob, cast.room()), idIn(taken));
    const [kept] = item === undefined ? [] : attachmentsOf(item);
    if (kept !== undefined) await expectBytes(cast, kept['file_url'], long.bytes);
  },
});

check({
  says: 'Two files that were sent under one name both keep their bytes.',
  requires: ['actions.file.same-name-twice'],
  catches: ['same-name-overwrites'],
  async run(cast) {
    const first = picture(cast.world.text());
    const second = { ...picture(cast.world.text()), name: first.name };
    const { a, b, message } = await sends(cast, first);
    const later = await cast.messageWithFile(a, second, a, b);
    await expectBytes(cast, (await attachment(cast, message))['file_url'], first.bytes);
    await expectBytes(cast, (await attachment(cast, later))['file_url'], second.bytes);
  },
});

check({
  says: 'Deleting a message with a file leaves the same file in another message.',
  requires: ['actions.delete.leaves-the-others'],
  catches: ['delete-takes-every-copy-of-its-file'],
  async run(cast) {
    const { a, b, file, message } = await sends(cast);
    const other = await given('The same file was not taken twice', () =>
      cast.messageWithFile(a, { ...file, name: `another-${file.name}` }, a, b),
    );
    const { file_url } = await attachment(cast, other);
    await given('The file could not be fetched before either', () => expectBytes(cast, file_url, file.bytes));
    a.remove(message.id);
    await given('The deletion was not announced', () =>
      b.hears('deleted', { message_id: sameId(message.id) }),
    );
    const kept = await attachment(cast, other);
    await expectBytes(cast, kept['file_url'], file.bytes);
  },
});

check({
  says: 'A message with a file and an empty text is delivered and stored.',
  requires: ['actions.file.without-text'],
  catches: ['drops-files-without-text'],
  async run(cast) {
    const { a, b } = await cast.together();
    const since = b.mark;
    await cast.sendFile(a, picture(cast.world.text()), '');
    const heard = await b.hears('chatMessage', { message: { text: '' } }, { since });
    const item = withId(await cast.history(cast.bob, cast.room()), idIn(heard));
    expectTrue(
      item !== undefined && attachmentsOf(item).length === 1,
      'a file without a text is not in the history with its attachment',
      { expected: 'the message with one attachment', received: show(item) },
    );
  },
});

check({
  says: 'A message whose file is null is delivered like one without that field.',
  requires: ['actions.file.null-means-none'],
  catches: ['null-file-drops-the-message'],
  async run({ together, world, history, room, bob }) {
    const { a, b } = await together();
    const text = world.text();
    a.say(text, { file: null });
    const [heard] = await Promise.all([a, b].map((seat) => seat.hears('chatMessage', { message: { text } })));
    const items = await given('The history could not be read', () => history(bob, room()));
    const item = items.find((one) => one.text === text);
    if (item === undefined) throw new Unmet('The message is not in the history.');
    expectTrue(
      attachmentsOf(item).length === 0 &&
        (heard === undefined || attachmentsOf(messageIn(heard)).length === 0),
      'a message whose file is null has an attachment',
      { expected: 'no attachment', received: show(item.attachments) },
    );
  },
});

check({
  says: 'An edit leaves the file of a message where it is.',
  requires: ['actions.edit.changes-nothing-else'],
  catches: ['edit-drops-attachments'],
  async run(cast) {
    const { a, file, message } = await sends(cast);
    const before = attachmentsOf(await stored(cast, message)).length;
    a.edit(message.id, cast.world.text());
    await given('The edit was not announced', () => a.hears('edited', { message_id: sameId(message.id) }));
    const after = attachmentsOf(await stored(cast, message)).length;
    if (before !== 1) throw new Unmet(`The message had ${before} attachments before the edit.`);
    expectTrue(after === 1, `after an edit the message has ${after} attachments`, {
      expected: `the attachment ${file.name}`,
      received: `${after} attachments`,
    });
  },
});

check({
  says: 'A target that lets clients upload says where.',
  requires: ['actions.file.presigned-url'],
  catches: ['presigned-url-without-path'],
  async run(cast) {
    const { a } = await cast.together();
    const since = a.mark;
    await cast.sendFile(a, picture(cast.world.text()), cast.world.text());
    await a.hears('presignedUrl', {}, { since });
  },
});
