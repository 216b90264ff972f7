import { expectMatch, expectTrue } from '../kit/expect.ts';
import { Failure, given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import { field, type Item, isSuccess, itemsOf, nameOf } from './answers.ts';
import type { Actor, Cast } from './cast.ts';
import { check } from './driver.ts';
import { instantOf } from './instant.ts';
import type { Seat } from './seat.ts';

function expectFound(item: Item | undefined, whose: string): void {
  expectTrue(item !== undefined, `a message is not among the messages that ${whose} is shown`, {
    expected: 'the message is there',
    received: 'it is not',
  });
}

/** Both people, and the name that each of them has for the room. */
const sides = ({ alice, bob }: Cast): [Actor, Actor][] => [
  [alice, bob],
  [bob, alice],
];

check({
  says: "The answer with a room's messages looks as documented.",
  requires: ['rooms.history.answer-shape', 'rooms.history.item-shape'],
  catches: ['messages-as-bare-array', 'item-without-receiver', 'message-ids-are-texts', 'person-is-a-name'],
  async run(cast) {
    const { together, message, getMessages, stored } = cast;
    const { a, b } = await together();
    const { text } = await message(a, b);
    for (const [as, other] of sides(cast)) {
      const reply = await getMessages(as, other.username);
      if (!isSuccess(reply)) throw new Unmet(`The messages are not shown: ${reply.problem ?? reply.status}.`);
      expectTrue(itemsOf(reply) !== undefined, 'the answer holds no array of messages', {
        expected: 'an object with messages, an array',
        received: show(reply.body),
        entry: reply.entry,
      });
      await stored(as, other, text);
    }
  },
});

check({
  says: 'Every message of the two people is among the messages, once.',
  requires: ['rooms.history.holds-every-message'],
  catches: ['not-stored', 'stores-every-other-message', 'stored-twice', 'history-only-of-own-messages'],
  async run(cast) {
    const { together, message, find, messages } = cast;
    const { a, b } = await together();
    const texts: string[] = [];
    for (const [from, to] of [
      [a, b],
      [a, b],
      [b, a],
      [b, a],
    ] as const)
      texts.push((await message(from, to)).text);
    for (const [as, other] of sides(cast)) {
      for (const text of texts) expectFound(await find(as, other, text), as.who);
      const items = await messages(as, other);
      for (const text of texts) {
        const count = items.filter(({ content }) => content === text).length;
        expectTrue(count === 1, `a message is shown to ${as.who} ${count} times`, {
          expected: 'each message once',
          received: `${count} times`,
        });
      }
    }
  },
});

check({
  says: 'With more than a hundred messages in the room, all of them are there.',
  requires: ['rooms.history.holds-old-messages'],
  catches: ['history-at-most-100', 'history-at-most-50'],
  async run({ together, conversation, messages, alice, bob, world }) {
    const { a, b } = await together();
    const texts = Array.from({ length: 105 }, () => world.text());
    for (let at = 0; at < texts.length; at += 15) {
      const some = texts.slice(at, at + 15);
      for (const text of some) a.say(text);
      await given('A message did not arrive', () =>
        Promise.all(some.map((text) => b.hears('chatMessage', { message: text }))),
      );
    }
    const shown = await conversation(bob, alice, ...texts).catch((error: unknown) => {
      if (error instanceof Unmet) return messages(bob, alice);
      throw error;
    });
    const there = new Set(shown.map(({ content }) => content));
    const missing = texts.filter((text) => !there.has(text)).length;
    expectTrue(missing === 0, `${missing} of 105 messages that arrived are missing`, {
      expected: 'all of 105 messages',
      received: `${shown.length} messages, without ${missing} of these`,
    });
  },
});

check({
  says: 'The messages name who wrote them and to whom.',
  requires: ['rooms.history.names-both-people'],
  catches: ['messages-swap-people', 'messages-show-the-reader-as-author'],
  async run(cast) {
    const { together, message, stored, alice, bob } = cast;
    const { a, b } = await together();
    const sent: [Actor, Actor, string][] = [
      [alice, bob, (await message(a, b)).text],
      [bob, alice, (await message(b, a)).text],
    ];
    for (const [author, receiver, text] of sent)
      for (const [as, other] of sides(cast))
        expectMatch(`The message of ${author.who}`, await stored(as, other, text), {
          from_user: { username: author.username },
          to_user: { username: receiver.username },
        });
  },
});

check({
  says: 'Nothing that one of the two said to somebody else is among the messages.',
  requires: ['rooms.history.only-this-conversation'],
  catches: ['history-of-all-conversations', 'history-of-all-messages-of-the-other'],
  async run({ together, leaves, message, conversation, alice, bob, carol, world }) {
    const others = [world.text(), world.text(), world.text(), world.text()] as const;
    await leaves(alice, carol, others[0]);
    await leaves(carol, alice, others[1]);
    await leaves(bob, carol, others[2]);
    await leaves(carol, bob, others[3]);
    const { a, b } = await together();
    const { text } = await message(a, b);
    for (const [as, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const items = await conversation(as, other, text);
      const stray = items.find(
        ({ from_user, to_user, content }) =>
          others.some((said) => said === content) ||
          [from_user, to_user].some((person) => nameOf(person) === carol.username),
      );
      expectTrue(stray === undefined, 'the messages of alice and bob hold one of carol’s', {
        expected: 'only what alice and bob said to each other',
        received: show(stray),
      });
    }
  },
});

check({
  says: 'A message has the author and the text that its frame had.',
  requires: ['rooms.history.agrees-with-the-frames'],
  catches: ['messages-show-the-reader-as-author', 'stores-other-text'],
  async run(cast) {
    const { together, message, messages, find, alice, bob } = cast;
    const { a, b } = await together();
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = new Set((await messages(alice, bob)).map(({ id }) => String(id)));
      const { text, heard } = await message(from, to);
      const found = await find(alice, bob, text);
      if (found === undefined) throw await gone(cast, text, { known, heardBy: [a, b] });
      const author = nameOf(field(heard.value, 'from_user'));
      if (typeof author !== 'string') throw new Unmet('A frame does not name its author.');
      expectMatch('The message', found, { from_user: { username: author } });
    }
  },
});

/** A text that is not among the messages: another stands in its place, or there is no new message at all. */
async function gone(
  { messages, alice, bob }: Cast,
  text: string,
  { known, heardBy }: { known: Set<string>; heardBy: readonly Seat[] },
): Promise<Error> {
  const frames = heardBy.flatMap((seat) =>
    seat.all('chatMessage').map(({ value }) => field(value, 'message')),
  );
  const stray = (await messages(alice, bob)).find(
    ({ id, content }) => !known.has(String(id)) && !frames.includes(content),
  );
  if (stray === undefined) return new Unmet('A message is not among the messages.');
  return new Failure({
    expected: `a message with the text of its frame: ${show(text)}`,
    received: show(stray.content),
    because: 'a message has another text than its frame had',
  });
}

check({
  says: 'A message has the time that its frame had.',
  requires: ['rooms.history.date-agrees-with-the-frames'],
  catches: ['message-times-shifted', 'message-times-in-whole-seconds'],
  async run({ together, message, stored, alice, bob }) {
    const { a, b } = await together();
    const { text, heard } = await message(a, b);
    const item = await stored(bob, alice, text);
    const inFrame = field(heard.value, 'date_added');
    const apart = Math.abs(instantOf(item.date_added) - instantOf(inFrame));
    if (Number.isNaN(apart)) throw new Unmet('A date_added is not a time.');
    expectTrue(apart <= 1, `the two times are ${Math.round(apart)} ms apart`, {
      expected: `date_added ${show(inFrame)}`,
      received: show(item.date_added),
    });
  },
});
