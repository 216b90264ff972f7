import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { show } from '../kit/match.ts';
import { between, isPerson, sameInAnyCase, uploadedOf } from './answers.ts';
import { aboutUpload } from './cast.ts';
import { check } from './driver.ts';

check({
  says: 'Somebody else is not shown what two people wrote to each other.',
  requires: ['threads.access.outsider-sees-no-messages'],
  catches: ['messages-of-other-people'],
  async run({ together, message, stored, getMessages, alice, bob, carol }) {
    const { a, b } = await together();
    const texts = [(await message(a, b)).text, (await message(b, a)).text];
    for (const text of texts) await stored(bob, alice, text);
    for (const other of [alice, bob]) {
      const reply = await getMessages(carol, other.id);
      const leak = texts.find((text) => reply.bytes.toString().includes(text));
      expectTrue(
        leak === undefined,
        `carol asked for the messages with ${other.who} and got alice's and bob's`,
        {
          expected: 'nothing of what alice and bob wrote to each other',
          received: show(leak),
          entry: reply.entry,
        },
      );
    }
  },
});

check({
  says: 'Nobody is shown the thread of two other people.',
  requires: ['threads.access.outsider-sees-no-thread'],
  catches: ['threads-of-everybody'],
  async run({ together, enter, message, threadWith, threads, alice, bob, carol }) {
    const { a, b } = await together();
    const c = await enter(carol);
    await message(a, b);
    await message(a, c);
    for (const other of [bob, carol])
      if ((await threadWith(alice, other)) === undefined)
        throw new Unmet(`alice is shown no thread with ${other.who}.`);
    for (const me of [carol, bob]) {
      const stray = (await threads(me)).find(
        ({ user_one, user_two }) => !isPerson(user_one, me) && !isPerson(user_two, me),
      );
      expectTrue(stray === undefined, `${me.who} is shown a thread of two other people`, {
        expected: `only threads of ${me.who}`,
        received: show(stray),
      });
    }
  },
});

check({
  says: 'A message reaches nobody but its receiver and its sender.',
  requires: ['threads.access.outsider-hears-nothing'],
  catches: ['leaks-to-everybody', 'leaks-to-last-partner'],
  async run({ together, enter, message, fence, carol }) {
    const { a, b } = await together();
    const c = await enter(carol);
    await message(a, c);
    const { text } = await message(a, b);
    for (const _ of ['first', 'second']) await fence('cross', a, c);
    heardNothing(c, {
      name: 'reMessage',
      pattern: { message_body: text },
      what: 'the message of alice to bob',
    });
  },
});

check({
  says: 'An announcement reaches nobody but the receiver and the sender of the upload.',
  requires: ['threads.access.outsider-hears-of-no-attachment'],
  catches: ['announcement-leaks-to-everybody'],
  async run({ together, enter, uploaded, announced, fence, alice, bob, carol }) {
    const { a, b } = await together();
    const c = await enter(carol);
    const upload = await uploaded(alice, bob);
    const { text } = await announced(a, upload, b);
    for (const _ of ['first', 'second']) await fence('cross', a, c);
    heardNothing(c, {
      name: 'reMessageFile',
      pattern: aboutUpload(upload, text),
      what: "of alice's upload for bob",
    });
  },
});

check({
  says: 'An upload that claims another author does not get one.',
  requires: ['threads.access.uploader-comes-from-the-token'],
  catches: ['uploader-from-form'],
  async run({ upload, uploaded, stored, alice, bob, carol, world }) {
    await uploaded(alice, bob);
    const text = world.text();
    const claimed = { sender: String(carol.id), sender_id: String(carol.id) };
    const reply = await upload(alice, { fields: { receiver: String(bob.id), message: text, ...claimed } });
    const item = uploadedOf(reply);
    if (item === undefined) {
      world.observe('An upload that claims another author', `answered with ${reply.status}`);
      return;
    }
    expectMatch('The message in the answer', item, { sender: { id: sameInAnyCase(alice.id) } }, reply);
    expectMatch('The stored message', await stored(bob, alice, text), {
      sender: { id: sameInAnyCase(alice.id) },
    });
  },
});

check({
  says: 'An announcement that claims other people does not get them.',
  requires: ['threads.access.announcement-keeps-its-people'],
  catches: ['announcement-follows-claimed-receiver', 'announcement-shows-claimed-author'],
  async run({ together, enter, uploaded, announced, afterwards, alice, bob, carol, world }) {
    const { a, b } = await together();
    const c = await enter(carol);
    await announced(a, await uploaded(alice, bob), b);
    const upload = await uploaded(alice, bob);
    const text = world.text();
    a.announce(upload.id, text, { receiver_id: carol.id, sender_id: carol.id });
    // A server may refuse such a frame; then nobody hears of the upload, and the fences show that.
    await afterwards(a, b, c);
    const absence = {
      name: 'reMessageFile',
      pattern: aboutUpload(upload, text),
      what: "of alice's upload for bob",
    };
    heardNothing(c, absence);
    for (const heard of b.all(absence.name, absence.pattern))
      expectMatch('The frame', heard.value, between(alice, bob), heard);
  },
});

check({
  says: 'Nobody but its author announces an upload.',
  requires: ['threads.access.only-the-author-announces'],
  catches: ['receiver-may-announce', 'anybody-may-announce'],
  async run(cast) {
    const { together, enter, uploaded, announced, message, fence, afterwards, conversation } = cast;
    const { alice, bob, carol, world } = cast;
    const { a, b } = await together();
    const c = await enter(carol);
    const upload = await uploaded(alice, bob);
    const text = world.text();
    for (const seat of [b, c]) seat.announce(upload.id, text);
    const again = await Promise.all([afterwards(b, a), afterwards(c, a)]);
    const hearer = again[0];
    await fence('cross', a, ...again);
    for (const seat of [a, b, c, ...again])
      heardNothing(seat, {
        name: 'reMessageFile',
        pattern: aboutUpload(upload, text),
        what: 'of an upload that somebody else than its author announced',
      });
    const later = await message(a, hearer);
    const items = await conversation(bob, alice, later.text);
    expectTrue(
      !items.some((item) => item.message === text) && items.some((item) => item.message === upload.text),
      'the conversation has changed, although somebody else announced the upload',
      { expected: 'the upload as it was, and nothing new', received: `${items.length} messages` },
    );
    await given("The author's own announcement is refused, too", () => announced(a, upload, hearer));
  },
});
