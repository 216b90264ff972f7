import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import { difference } from '../kit/text.ts';
import { field, itemsOf, sameInAnyCase } from './answers.ts';
import { judgedTime } from './clock.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';

/** The frame that brings a text, also when the text has been changed around its mark. */
function bringing(seat: Seat, mark: string): Promise<Heard> {
  const heart = mark.split(' ').at(-1) ?? mark;
  return seat.hears('reMessage', {
    message_body: (body: unknown) => String(body).toLowerCase().includes(heart) || `is ${show(body)}`,
  });
}

check({
  says: 'A message reaches the person for whom it is meant.',
  requires: ['threads.delivery.reaches-receiver'],
  catches: ['drop-message'],
  async run({ knock, getThreads, alice, bob, world }) {
    const [a, b] = await Promise.all([knock(alice), knock(bob)]);
    // A round trip over HTTP is long enough for the server to count a new socket in.
    await Promise.all([getThreads(alice), getThreads(bob)]);
    const mark = world.text();
    a.write(bob.id ?? '', `Hello, ${mark}, are you there?`);
    await bringing(b, mark);
  },
});

check({
  says: 'The receiver hears the text that was sent.',
  requires: ['threads.delivery.same-text'],
  catches: ['cuts-last-character', 'uppercases-text'],
  async run({ together, bob, world }) {
    const { a, b } = await together();
    const mark = world.text();
    const text = `Hello, ${mark}, are you there?`;
    a.write(bob.id ?? '', text);
    const heard = await given('The message did not arrive', () => bringing(b, mark));
    const came = String(field(heard.value, 'message_body'));
    expectTrue(came === text, `the text came changed: ${difference(text, came)}`, {
      expected: show(text),
      received: show(came),
      entry: heard.entry,
    });
  },
});

check({
  says: 'The frame names the one who wrote the message.',
  requires: ['threads.delivery.names-its-author'],
  catches: ['sender-is-receiver'],
  async run({ together, message, alice, bob }) {
    const { a, b } = await together();
    const [one, other] = [await message(a, b), await message(b, a)];
    expectMatch(
      "The frame of alice's message",
      one.heard.value,
      { sender_id: sameInAnyCase(alice.id) },
      one.heard,
    );
    expectMatch(
      "The frame of bob's message",
      other.heard.value,
      { sender_id: sameInAnyCase(bob.id) },
      other.heard,
    );
  },
});

check({
  says: 'The frame names the one for whom the message is meant.',
  requires: ['threads.delivery.names-its-receiver'],
  catches: ['receiver-is-sender'],
  async run({ together, message, alice, bob }) {
    const { a, b } = await together();
    const [one, other] = [await message(a, b), await message(b, a)];
    expectMatch(
      "The frame of alice's message",
      one.heard.value,
      { receiver_id: sameInAnyCase(bob.id) },
      one.heard,
    );
    expectMatch(
      "The frame of bob's message",
      other.heard.value,
      { receiver_id: sameInAnyCase(alice.id) },
      other.heard,
    );
  },
});

check({
  says: 'A claimed author is not stored either.',
  requires: ['threads.delivery.author-comes-from-the-token'],
  catches: ['stores-claimed-author'],
  async run({ together, afterwards, message, conversation, getMessages, alice, bob, carol, world }) {
    const { a, b } = await together();
    const text = world.text();
    a.send({ action: 'chat_message', message_body: text, receiver_id: bob.id, sender_id: carol.id });
    const later = await message(await afterwards(a, b), b);
    await conversation(bob, alice, later.text);
    for (const [reader, other] of [
      [bob, alice],
      [carol, bob],
    ] as const) {
      const items = itemsOf(await getMessages(reader, other.id)) ?? [];
      const item = items.find(({ message }) => message === text);
      if (item !== undefined)
        expectMatch('The stored message', item, { sender: { id: sameInAnyCase(alice.id) } });
    }
  },
});

check({
  says: 'Two people write to each other on one socket each.',
  requires: ['threads.delivery.works-both-ways'],
  catches: ['only-first-speaker-is-heard'],
  async run({ together, alice, bob, world }) {
    const { a, b } = await together();
    for (const _ of ['first', 'second']) {
      const [fromAlice, fromBob] = [world.text(), world.text()];
      a.write(bob.id ?? '', fromAlice);
      await b.hears('reMessage', { message_body: fromAlice });
      b.write(alice.id ?? '', fromBob);
      await a.hears('reMessage', { message_body: fromBob });
    }
  },
});

check({
  says: 'One socket hears everybody who writes to its person, also at the same time.',
  requires: ['threads.delivery.one-socket-for-all-conversations'],
  catches: ['hears-one-conversation-only', 'drops-while-another-writes', 'drops-every-tenth-message'],
  async run({ together, enter, bob, carol, world }) {
    const { a, b } = await together();
    const c = await enter(carol);
    const texts = Array.from({ length: 12 }, () => [world.text(), world.text()] as const);
    for (const [fromAlice, fromCarol] of texts) {
      a.write(bob.id ?? '', fromAlice);
      c.write(bob.id ?? '', fromCarol);
    }
    await Promise.all(texts.flat().map((text) => b.hears('reMessage', { message_body: text })));
  },
});

check({
  says: 'A re_message frame looks as documented.',
  requires: ['threads.delivery.frame-shape', 'threads.delivery.frame-values'],
  catches: ['frame-without-timestamp', 'message-id-as-text', 'frame-times-without-zone'],
  async run({ together, alice, bob, world }) {
    const { a, b } = await together();
    for (const [from, to, whom] of [
      [a, b, bob],
      [b, a, alice],
    ] as const) {
      const since = to.mark;
      from.write(whom.id ?? '', world.text());
      const heard = await to.until(() => to.all('reMessage', undefined, since)[0]);
      if (heard === undefined) throw new Unmet(`No re_message came to ${to.who}.`);
    }
  },
});

check({
  says: 'The timestamp of a message is the time at which it was sent.',
  requires: ['threads.delivery.timestamp-is-the-time-of-sending'],
  catches: ['frame-times-shifted'],
  async run(cast) {
    const { a, b } = await cast.together();
    const clock = await judgedTime(cast);
    const { heard } = await cast.message(a, b);
    clock.expectNow('The timestamp', field(heard.value, 'timestamp'), heard);
  },
});
