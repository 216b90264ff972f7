import { eventually } from '../kit/eventually.ts';
import { expectEqual, expectMatch, expectStatus, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { type Item, isPerson, itemsOf, sameInAnyCase } from './answers.ts';
import type { Actor, Cast } from './cast.ts';
import { check } from './driver.ts';

function expectFound(item: Item | undefined, whose: string): void {
  expectTrue(item !== undefined, `the message is not among the messages that ${whose} is shown`, {
    expected: 'the message is there',
    received: 'it is not',
  });
}

/** Alice wrote to bob while he was connected nowhere, and it is stored. */
async function sentToTheAbsent({ enter, alice, bob, world }: Cast): Promise<string> {
  const a = await enter(alice);
  const text = world.text();
  a.write(bob.id ?? '', text);
  return text;
}

check({
  says: 'Asking for the messages with somebody answers 200.',
  requires: ['threads.history.answers-200'],
  catches: ['messages-answer-201'],
  async run({ together, message, getMessages, alice, bob, world }) {
    const { a, b } = await together();
    await message(a, b);
    // A target may declare that it knows no conversation until its first message is stored.
    const settled = await eventually(world, async () => {
      const reply = await getMessages(alice, bob.id);
      return reply.status === 404 ? undefined : reply;
    });
    const reply = settled ?? (await getMessages(alice, bob.id));
    expectStatus(reply, [200]);
    if (itemsOf(reply) === undefined) throw new Unmet('The answer holds no list of messages.');
  },
});

check({
  says: 'The answer with the messages looks as documented.',
  requires: [
    'threads.history.answer-shape',
    'threads.history.answer-values',
    'threads.history.item-shape',
    'threads.history.item-values',
  ],
  catches: [
    'messages-without-success',
    'messages-with-other-sentence',
    'item-without-updated',
    'item-times-without-zone',
  ],
  async run({ together, message, getMessages, alice, bob }) {
    const { a, b } = await together();
    await message(a, b);
    for (const [as, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const reply = await getMessages(as, other.id);
      await given('The messages are not shown', async () => expectStatus(reply, [200]));
      if ((itemsOf(reply) ?? []).length === 0) throw new Unmet('The answer holds no message to look at.');
    }
  },
});

check({
  says: 'A message without a file has null for its file and the file’s name.',
  requires: ['threads.history.no-file-is-null'],
  catches: ['no-file-is-empty-text'],
  async run({ together, message, stored, alice, bob }) {
    const { a, b } = await together();
    const item = await stored(bob, alice, (await message(a, b)).text);
    expectMatch('The message', item, { attached_file: null, attached_file_name: null });
  },
});

check({
  says: 'A message without a file has the size 0kb.',
  requires: ['threads.history.no-file-is-0kb'],
  catches: ['no-file-is-0-bytes'],
  async run({ together, message, stored, alice, bob }) {
    const { a, b } = await together();
    const item = await stored(bob, alice, (await message(a, b)).text);
    expectEqual('The attached_file_size', item.attached_file_size, '0kb');
  },
});

check({
  says: 'A message that nobody has had a chance to see is neither seen nor deleted.',
  requires: ['threads.history.new-is-neither-seen-nor-deleted'],
  catches: ['new-is-seen', 'seen-by-its-author'],
  async run(cast) {
    const { stored, alice, bob } = cast;
    const text = await sentToTheAbsent(cast);
    await stored(alice, bob, text);
    // Looked at a second time, because looking oneself must not count.
    expectMatch('The message', await stored(alice, bob, text), { seen: false, deleted: false });
  },
});

check({
  says: 'A message that was delivered is among the messages afterwards.',
  requires: ['threads.history.holds-every-message'],
  catches: ['not-stored', 'stores-every-other-message'],
  async run({ together, message, find, alice, bob }) {
    const { a, b } = await together();
    const sent = [await message(a, b), await message(a, b), await message(b, a), await message(b, a)];
    for (const { text } of sent) {
      expectFound(await find(alice, bob, text), 'alice');
      expectFound(await find(bob, alice, text), 'bob');
    }
  },
});

check({
  says: 'A message to somebody who is not connected is among the messages.',
  requires: ['threads.history.holds-what-was-sent-to-the-absent'],
  catches: ['forgets-messages-to-absent'],
  async run(cast) {
    const { find, alice, bob } = cast;
    const text = await sentToTheAbsent(cast);
    expectFound(await find(bob, alice, text), 'bob');
    expectFound(await find(alice, bob, text), 'alice');
  },
});

check({
  says: 'Each message is shown once, under an id of its own.',
  requires: ['threads.history.each-message-once'],
  catches: ['stored-twice', 'history-repeats-last', 'two-messages-share-an-id'],
  async run({ together, message, conversation, alice, bob }) {
    const { a, b } = await together();
    const texts = [await message(a, b), await message(b, a), await message(a, b)].map(({ text }) => text);
    const items = await conversation(bob, alice, ...texts);
    for (const text of texts) {
      const count = items.filter(({ message }) => message === text).length;
      expectTrue(count === 1, `a message is shown ${count} times`, {
        expected: 'each message once',
        received: `${count} times`,
      });
    }
    const ids = items.map(({ id }) => String(id));
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    expectTrue(twice === undefined, `two messages have the id ${twice}`, {
      expected: 'every message with an id of its own',
      received: `${items.length} messages with ${new Set(ids).size} ids`,
    });
  },
});

check({
  says: 'The messages of both people are shown.',
  requires: ['threads.history.holds-both-directions'],
  catches: ['history-only-of-own-messages', 'history-only-of-received-messages'],
  async run({ together, message, find, alice, bob }) {
    const { a, b } = await together();
    const [one, other] = [await message(a, b), await message(b, a)];
    for (const { text } of [one, other]) expectFound(await find(alice, bob, text), 'alice');
  },
});

check({
  says: 'The messages of a third person are not shown.',
  requires: ['threads.history.only-this-conversation'],
  catches: ['history-of-all-conversations'],
  async run({ together, enter, message, conversation, alice, bob, carol }) {
    const { a, b } = await together();
    const c = await enter(carol);
    const others = [await message(a, c), await message(c, a), await message(c, b)].map(({ text }) => text);
    const items = await conversation(alice, bob, (await message(a, b)).text);
    const stray = items.find(
      ({ sender, receiver, message }) =>
        others.some((text) => text === message) || isPerson(sender, carol) || isPerson(receiver, carol),
    );
    expectTrue(stray === undefined, 'the messages of alice and bob hold one of carol’s', {
      expected: 'only what alice and bob wrote to each other',
      received: JSON.stringify(stray),
    });
  },
});

check({
  says: 'The messages name who wrote them and to whom.',
  requires: ['threads.history.names-author-and-receiver'],
  catches: ['history-swaps-people', 'history-shows-reader-as-sender'],
  async run({ together, message, stored, alice, bob }) {
    const { a, b } = await together();
    const sent: [Actor, Actor, string][] = [
      [alice, bob, (await message(a, b)).text],
      [bob, alice, (await message(b, a)).text],
    ];
    for (const [author, receiver, text] of sent)
      for (const item of [await stored(alice, bob, text), await stored(bob, alice, text)])
        expectMatch(`The message of ${author.who}`, item, {
          sender: { id: sameInAnyCase(author.id) },
          receiver: { id: sameInAnyCase(receiver.id) },
        });
  },
});
