import { eventually } from '../kit/eventually.ts';
import { expectEqual, expectMatch, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { type Judge, show } from '../kit/match.ts';
import { picture } from '../kit/picture.ts';
import { field, isSuccess } from './answers.ts';
import { check } from './driver.ts';
import { sentFile } from './files.ts';

const isText: Judge = (value) => typeof value === 'string' || `is ${show(value)}, not a string`;
const isTextOrNull: Judge = (value) =>
  value === null || typeof value === 'string' || `is ${show(value)}, neither a string nor null`;

check({
  says: 'An uploaded file is stored, and the answer says where.',
  requires: [
    'rooms.media.upload-takes-a-file',
    'rooms.media.upload-answer-shape',
    'rooms.media.upload-answer-values',
  ],
  catches: [
    'upload-is-refused',
    'upload-answer-without-identifier',
    'upload-expires-in-seconds',
    'upload-expires-tomorrow',
  ],
  async run({ upload, alice, world }) {
    const name = `${world.text().replaceAll(' ', '-')}.png`;
    const reply = await upload(alice, { name, bytes: picture(name) });
    expectTrue(isSuccess(reply), `the upload was answered with ${reply.problem ?? reply.status}`, {
      requirement: 'rooms.media.upload-takes-a-file',
      expected: 'an answer of 200 or 201',
      received: reply.problem ?? `HTTP ${reply.status}`,
      entry: reply.entry,
    });
    expectMatch(
      'The answer',
      reply.body,
      { file_location: isText, file_identifier: isText, expiration_time: isTextOrNull },
      { requirement: 'rooms.media.upload-answer-shape', entry: reply.entry },
    );
    const bare = await upload(alice, { name, bytes: picture(name) }, null);
    world.observe('An upload without a token', isSuccess(bare) ? 'taken' : `answered with ${bare.status}`);
  },
});

check({
  says: 'Two uploads have two identifiers, even when the files have one name.',
  requires: ['rooms.media.identifier-is-unique'],
  catches: ['identifier-is-the-file-name'],
  async run({ uploaded, alice, bob, world }) {
    const name = `${world.text().replaceAll(' ', '-')}.png`;
    const uploads = [await uploaded(alice, name), await uploaded(alice, name), await uploaded(bob, name)];
    const identifiers = uploads.map(({ identifier }) => identifier);
    expectTrue(
      new Set(identifiers).size === identifiers.length,
      `three files have the identifiers ${identifiers.map((one) => show(one)).join(', ')}`,
      { expected: 'three different identifiers', received: identifiers.map((one) => show(one)).join(', ') },
    );
  },
});

check({
  says: 'In development mode a file never expires.',
  requires: ['rooms.media.development-never-expires'],
  catches: ['development-files-expire'],
  async run({ uploaded, alice }) {
    const { expires, reply } = await uploaded(alice);
    expectEqual('The expiration_time', expires, null, reply);
  },
});

check({
  says: 'A message with a file reaches the other person with a URL.',
  requires: ['rooms.media.reaches-the-other', 'rooms.media.frame-has-multimedia-url'],
  catches: ['frame-loses-the-url', 'chat-message-without-url', 'drop-messages-with-files'],
  async run({ together, uploaded, alice, bob, world }) {
    const { a, b } = await together();
    for (const [from, to, author] of [
      [a, b, alice],
      [b, a, bob],
    ] as const) {
      const { fields } = await uploaded(author);
      const since = to.mark;
      from.say(world.text(), fields);
      // Whether the text is kept as well is another requirement.
      const withUrl = (url: unknown): true | string =>
        (typeof url === 'string' && url !== '') || `is ${show(url)}`;
      await to.hears(
        'chatMessage',
        { multimedia_url: withUrl },
        { since, requirement: 'rooms.media.reaches-the-other' },
      );
    }
  },
});

check({
  says: 'The URL of the file is the one that the sender gave.',
  requires: ['rooms.media.url-is-the-one-sent'],
  catches: ['frame-with-other-url', 'frame-with-url-of-last-upload'],
  async run(cast) {
    const { uploaded, world, alice } = cast;
    const { upload, heard } = await sentFile(cast);
    const url = field(heard.value, 'multimedia_url');
    if (typeof url !== 'string' || url === '') throw new Unmet('The frame carries no URL.');
    if (world.accepts('media-url-of-its-own') && url !== upload.location) return;
    expectEqual('The multimedia_url', url, upload.location, heard);
    // The file that was uploaded last is not always the one that is sent.
    const { a, b } = await cast.together();
    const first = await uploaded(alice);
    await uploaded(alice);
    const text = world.text();
    a.say(text, first.fields);
    const second = await given('A message with a file did not arrive', () =>
      b.hears('chatMessage', { message: text }),
    );
    expectEqual('The multimedia_url', field(second.value, 'multimedia_url'), first.location, second);
  },
});

check({
  says: 'A message without a file has no URL.',
  requires: ['rooms.media.text-alone-has-no-url'],
  catches: ['text-carries-the-last-url', 'no-file-is-the-word-null'],
  async run(cast) {
    await sentFile(cast);
    const { a, b } = await cast.together();
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const { heard } = await cast.message(from, to);
      const url = field(heard.value, 'multimedia_url') ?? '';
      expectTrue(url === '', `a message without a file has the multimedia_url ${show(url)}`, {
        expected: 'a multimedia_url that is null or empty',
        received: show(url),
        entry: heard.entry,
      });
    }
  },
});

check({
  says: 'A message with a file keeps its text.',
  requires: ['rooms.media.keeps-its-text'],
  catches: ['file-takes-the-place-of-the-text', 'stores-file-without-text'],
  async run(cast) {
    const { together, uploaded, message, conversation, alice, bob, world } = cast;
    const { a, b } = await together();
    const { fields } = await uploaded(alice);
    const text = world.text();
    const since = b.mark;
    a.say(text, fields);
    const later = await message(a, b);
    const [heard] = b.all('chatMessage', undefined, since);
    if (heard === undefined || heard === later.heard)
      throw new Unmet('The message with a file did not arrive.');
    expectEqual('The text in the frame', field(heard.value, 'message'), text, heard);
    const items = await conversation(bob, alice, later.text);
    const place = items.findIndex(({ content }) => content === later.text);
    const neighbours = [items[place - 1]?.content, items[place + 1]?.content];
    expectTrue(
      neighbours.includes(text),
      'the text of a message with a file is another one among the messages',
      {
        expected: show(text),
        received: neighbours.map((one) => show(one)).join(' or '),
      },
    );
  },
});

check({
  says: 'The last message of a conversation has the URL of its file.',
  requires: ['rooms.media.kept-with-the-message'],
  catches: ['last-message-loses-the-url', 'file-is-not-stored-with-message'],
  async run(cast) {
    const { conversationsWith, alice, bob, world } = cast;
    const { text } = await sentFile(cast);
    for (const [as, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const last = await eventually(world, async () => {
        const [found] = await conversationsWith(as, other);
        return found?.last_message?.content === text ? found.last_message : undefined;
      });
      if (last === undefined) throw new Unmet(`The last message that ${as.who} is shown is another one.`);
      const { multimedia_url: url } = last;
      expectTrue(
        typeof url === 'string' && url !== '',
        `the file of a message is gone: multimedia_url is ${show(url)}`,
        {
          expected: 'the URL of the file',
          received: show(url),
        },
      );
    }
  },
});
