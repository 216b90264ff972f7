import { expectMatch, expectStatus, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { sameId, show } from '../kit/match.ts';
import { field, sameInAnyCase, uploadedOf } from './answers.ts';
import { aboutUpload } from './cast.ts';
import { check } from './driver.ts';

check({
  says: 'Uploading a text with a picture answers 201.',
  requires: ['threads.upload.answers-201'],
  catches: ['upload-answers-200'],
  async run({ upload, alice, bob, world }) {
    const fields = { receiver: String(bob.id), message: world.text() };
    const reply = await upload(alice, { fields });
    expectStatus(reply, [201]);
    if (uploadedOf(reply) === undefined) throw new Unmet('The answer holds no message.');
  },
});

check({
  says: 'The answer to an upload looks as documented.',
  requires: [
    'threads.upload.answer-shape',
    'threads.upload.answer-values',
    'threads.upload.item-shape',
    'threads.upload.item-values',
  ],
  catches: [
    'upload-answer-without-envelope',
    'upload-answers-other-sentence',
    'upload-answer-without-thread',
    'upload-is-seen-at-once',
  ],
  async run({ upload, alice, bob, world }) {
    const fields = { receiver: String(bob.id), message: world.text() };
    const reply = await upload(alice, { fields });
    await given('The upload was refused', async () => expectStatus(reply, [201]));
  },
});

check({
  says: 'The answer to an upload has the text that was sent and the right people.',
  requires: ['threads.upload.answers-what-was-sent'],
  catches: ['upload-swaps-people', 'upload-answer-loses-text'],
  async run({ upload, alice, bob, world }) {
    const text = world.text();
    const reply = await upload(alice, { fields: { receiver: String(bob.id), message: text } });
    await given('The upload was refused', async () => expectStatus(reply, [201]));
    const message = field(field(reply.body, 'entity'), 'message');
    if (message === undefined) throw new Unmet('The answer holds no message to look at.');
    expectMatch(
      'The message in the answer',
      message,
      {
        message: text,
        sender: { id: sameInAnyCase(alice.id) },
        receiver: { id: sameInAnyCase(bob.id) },
      },
      reply,
    );
  },
});

check({
  says: 'Both people find an uploaded message, with its file, among the messages.',
  requires: ['threads.upload.is-stored'],
  catches: ['upload-is-not-stored', 'stores-upload-without-file'],
  async run({ uploaded, find, alice, bob }) {
    const { text } = await uploaded(alice, bob);
    for (const [reader, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const item = await find(reader, other, text);
      const file = item?.attached_file;
      expectTrue(
        typeof file === 'string' && file !== '',
        item === undefined
          ? `the upload is not among the messages that ${reader.who} is shown`
          : `the upload has lost its file: attached_file is ${show(file)}`,
        { expected: 'the message with its file', received: item === undefined ? 'no message' : show(file) },
      );
    }
  },
});

check({
  says: 'An uploaded message is stored as the answer showed it.',
  requires: ['threads.upload.is-stored-as-answered'],
  catches: ['upload-answers-other-id', 'upload-is-stored-in-other-thread'],
  async run({ uploaded, stored, alice, bob }) {
    const upload = await uploaded(alice, bob);
    for (const [reader, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const item = await stored(reader, other, upload.text);
      const { id, thread, sender, receiver, created } = upload.item;
      expectMatch(`The message that ${reader.who} is shown`, item, {
        id: sameId(id),
        thread: sameId(thread),
        sender: { id: sameInAnyCase(field(sender, 'id')) },
        receiver: { id: sameInAnyCase(field(receiver, 'id')) },
        created: (shown: unknown) =>
          // A database may keep less of a second than the answer showed.
          Math.abs(Date.parse(String(shown)) - Date.parse(String(created))) < 1_000 ||
          `is ${show(shown)}, not ${show(created)}`,
      });
    }
  },
});

check({
  says: 'An upload is not heard before it is announced.',
  requires: ['threads.upload.alone-is-not-heard'],
  catches: ['upload-announces-itself'],
  async run({ together, uploaded, announced, fence, alice, bob }) {
    const { a, b } = await together();
    const upload = await uploaded(alice, bob);
    await fence('cross', a, b);
    await fence('cross', a, b);
    heardNothing(b, {
      name: 'reMessageFile',
      pattern: aboutUpload(upload),
      what: 'of an upload that was not announced',
    });
    await announced(a, upload, b);
  },
});
