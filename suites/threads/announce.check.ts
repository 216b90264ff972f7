import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing, heardOnce } from '../kit/fence.ts';
import { sameId, show } from '../kit/match.ts';
import { between, field } from './answers.ts';
import { aboutUpload } from './cast.ts';
import { judgedTime } from './clock.ts';
import { check } from './driver.ts';

check({
  says: 'Announcing an upload reaches the person for whom it is meant.',
  requires: ['threads.announce.reaches-receiver'],
  catches: ['drop-announcement', 'announcement-reaches-its-author'],
  async run({ together, uploaded, alice, bob, world }) {
    const { a, b } = await together();
    const upload = await uploaded(alice, bob);
    const text = world.text();
    a.announce(upload.id, text);
    await b.hears('reMessageFile', aboutUpload(upload, text));
  },
});

check({
  says: 'An announcement reaches every socket that the receiver has open.',
  requires: ['threads.announce.reaches-every-socket'],
  catches: ['announcement-reaches-newest-socket'],
  async run({ together, enter, uploaded, alice, bob, world }) {
    const { a, b } = await together();
    const seats = [b, await enter(bob), await enter(bob)];
    const upload = await uploaded(alice, bob);
    const text = world.text();
    a.announce(upload.id, text);
    await Promise.all(seats.map((seat) => seat.hears('reMessageFile', aboutUpload(upload, text))));
  },
});

check({
  says: 'One announcement is heard once, and not as a message without a file besides.',
  requires: ['threads.announce.once'],
  catches: ['announced-twice', 'announced-as-message-too'],
  async run({ together, enter, uploaded, announced, fence, alice, bob }) {
    const { a, b } = await together();
    const second = await enter(bob);
    const upload = await uploaded(alice, bob);
    const { text } = await announced(a, upload, b, second);
    await fence('strong', a, b, second);
    for (const seat of [b, second]) {
      heardOnce(seat, {
        name: 'reMessageFile',
        pattern: aboutUpload(upload, text),
        what: 'of the uploaded message',
      });
      heardNothing(seat, {
        name: 'reMessage',
        pattern: { created_msg_id: sameId(upload.id) },
        what: 'of the uploaded message as one without a file',
      });
    }
  },
});

check({
  says: 'A re_message_file frame looks as documented.',
  requires: ['threads.announce.frame-shape', 'threads.announce.frame-values'],
  catches: ['announcement-without-size', 'announcement-times-without-zone'],
  async run({ together, uploaded, announced, alice, bob }) {
    const { a, b } = await together();
    await announced(a, await uploaded(alice, bob), b);
    await announced(b, await uploaded(bob, alice), a);
  },
});

check({
  says: 'The timestamp of an announced upload lies between the upload and its being heard.',
  requires: ['threads.announce.timestamp-is-true'],
  catches: ['announcement-times-shifted'],
  async run(cast) {
    const { a, b } = await cast.together();
    const clock = await judgedTime(cast);
    const began = clock.now();
    const { heard } = await cast.announced(a, await cast.uploaded(cast.alice, cast.bob), b);
    clock.expectNow('The timestamp', field(heard.value, 'timestamp'), heard, began);
  },
});

check({
  says: 'The receiver of an upload hears the text that was uploaded.',
  requires: ['threads.announce.carries-the-stored-text'],
  catches: ['announcement-carries-own-text', 'announcement-carries-no-text'],
  async run({ together, uploaded, announced, alice, bob, world }) {
    const { a, b } = await together();
    const upload = await uploaded(alice, bob);
    const { heard, text } = await announced(a, upload, b);
    const came = field(heard.value, 'message_body');
    const allowed = world.accepts('body-from-frame') ? [upload.text, text] : [upload.text];
    expectTrue(
      allowed.some((one) => one === came),
      came === text
        ? 'bob heard the text of the frame that announced the upload'
        : `bob heard another text than the one that was uploaded: ${show(came)}`,
      {
        expected: allowed.map((one) => show(one)).join(' or '),
        received: show(came),
        entry: heard.entry,
      },
    );
  },
});

check({
  says: 'The frame is about the upload that was announced, and names it by the id that the upload answered.',
  requires: ['threads.announce.names-the-message'],
  catches: ['announcement-with-other-id', 'announces-the-newest-upload'],
  async run({ together, uploaded, announced, alice, bob, world }) {
    const { a, b } = await together();
    const upload = await uploaded(alice, bob);
    const { heard } = await announced(a, upload, b);
    expectMatch('The frame', heard.value, { created_msg_id: sameId(upload.id) }, heard);
    // The one that is announced is not always the newest.
    const earlier = await uploaded(alice, bob);
    const newest = await uploaded(alice, bob);
    const [text, since] = [world.text(), b.mark];
    a.announce(earlier.id, text);
    const right = await b.until(() => b.all('reMessageFile', aboutUpload(earlier, text))[0]);
    const came = right ?? b.all('reMessageFile', aboutUpload(newest), since)[0];
    if (came === undefined) throw new Unmet('An announcement did not arrive.');
    expectMatch('The frame', came.value, { created_msg_id: sameId(earlier.id) }, came);
  },
});

check({
  says: 'The frame names the one who uploaded and the one for whom it is meant.',
  requires: ['threads.announce.names-author-and-receiver'],
  catches: ['announcement-swaps-people'],
  async run({ together, uploaded, announced, alice, bob }) {
    const { a, b } = await together();
    const one = await announced(a, await uploaded(alice, bob), b);
    expectMatch("The frame about alice's upload", one.heard.value, between(alice, bob), one.heard);
    const other = await announced(b, await uploaded(bob, alice), a);
    expectMatch("The frame about bob's upload", other.heard.value, between(bob, alice), other.heard);
  },
});

check({
  says: 'Announcing an upload adds no message and changes none.',
  requires: ['threads.announce.adds-no-message'],
  catches: ['announcement-is-stored-again', 'announcement-changes-text'],
  async run({ together, uploaded, announced, message, conversation, alice, bob }) {
    const { a, b } = await together();
    const upload = await uploaded(alice, bob);
    const { text } = await announced(a, upload, b);
    // What is stored later is there, so what the announcement stored would be, too.
    const later = await given('A later message did not arrive', () => message(a, b));
    const items = await conversation(bob, alice, later.text);
    const same = items.filter(({ id }) => String(id) === String(upload.id));
    const copies = items.filter(
      ({ message, attached_file_name }) =>
        message === upload.text || message === text || attached_file_name === upload.name,
    );
    expectTrue(
      same.length === 1 && copies.length === 1 && same[0]?.message === upload.text,
      same.length === 1 && copies.length === 1
        ? `the uploaded message has another text after the announcement: ${show(same[0]?.message)}`
        : `after the announcement the conversation holds ${copies.length} messages of it`,
      {
        expected: 'the uploaded message, once, with its text',
        received: show(copies.map(({ id, message }) => ({ id, message }))),
      },
    );
  },
});
