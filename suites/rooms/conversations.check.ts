import { eventually } from '../kit/eventually.ts';
import { expectEqual, expectMatch, expectTrue } from '../kit/expect.ts';
import { Unmet } from '../kit/failure.ts';
import { sameId, show } from '../kit/match.ts';
import { type Conversation, conversationsOf, type Item, isSuccess, nameOf } from './answers.ts';
import type { Actor, Cast } from './cast.ts';
import { check } from './driver.ts';
import { instantOf } from './instant.ts';

/** The conversation of the two in the first one's list, once it is there. */
async function listed({ conversationsWith, world }: Cast, as: Actor, other: Actor): Promise<Conversation> {
  const found = await eventually(world, async () => (await conversationsWith(as, other))[0]);
  if (found !== undefined) return found;
  throw new Unmet(`${as.who} does not find a conversation with ${other.who} in the list.`);
}

/** Its last message, once it is this one; what it is instead when it does not come to be. */
async function lastMessage(cast: Cast, as: Actor, other: Actor, text: string): Promise<Item | undefined> {
  let last: Item | undefined;
  await eventually(cast.world, async () => {
    last = (await listed(cast, as, other)).last_message;
    return last?.content === text ? last : undefined;
  });
  return last;
}

check({
  says: 'The list of conversations looks as documented.',
  requires: ['rooms.conversations.answer-shape', 'rooms.conversations.last-message-shape'],
  catches: [
    'conversations-in-an-object',
    'conversation-without-name',
    'last-message-is-text',
    'last-message-without-url',
  ],
  async run(cast) {
    const { alice, bob, conversation, getConversations } = cast;
    const { a, b } = await cast.together();
    const { text } = await cast.message(a, b);
    await conversation(alice, bob, text);
    for (const one of [alice, bob]) {
      const reply = await getConversations(one);
      if (!isSuccess(reply))
        throw new Unmet(`The conversations are not shown: ${reply.problem ?? reply.status}.`);
      const shown = conversationsOf(reply);
      expectTrue(shown !== undefined, 'the conversations are no array', {
        expected: 'a JSON array',
        received: show(reply.body),
        entry: reply.entry,
      });
      if (shown?.length === 0) throw new Unmet('The list holds no conversation to look at.');
    }
  },
});

check({
  says: 'Both people find their conversation in their lists.',
  requires: ['rooms.conversations.lists-every-conversation'],
  catches: ['conversation-listed-for-its-first-author-only', 'conversations-at-most-one'],
  async run(cast) {
    const { leaves, together, message, conversations, alice, bob, carol, world } = cast;
    await leaves(carol, alice, world.text());
    await leaves(carol, bob, world.text());
    const { a, b } = await together();
    await message(a, b);
    for (const [as, other] of [
      [alice, bob],
      [bob, alice],
      [alice, carol],
      [carol, bob],
    ] as const) {
      const found = await eventually(world, async () =>
        // A conversation is recognised by any of its people, because naming the other one is another requirement.
        (await conversations(as)).find(({ other_user, last_message }) =>
          [other_user, last_message?.from_user, last_message?.to_user].some(
            (person) => nameOf(person) === other.username,
          ),
        ),
      );
      expectTrue(found !== undefined, `${as.who} does not find the conversation with ${other.who}`, {
        expected: `a conversation with ${show(other.username)}`,
        received: 'none',
      });
    }
  },
});

check({
  says: 'Two people have one conversation, under one id and one name for both.',
  requires: ['rooms.conversations.one-for-each-pair'],
  catches: ['conversation-for-each-direction', 'conversation-named-after-the-other'],
  async run(cast) {
    const { together, message, conversationsWith, alice, bob } = cast;
    const { a, b } = await together();
    await message(a, b);
    await message(b, a);
    const [toAlice, toBob] = [await listed(cast, alice, bob), await listed(cast, bob, alice)];
    expectEqual("The id of the conversation in bob's list", toBob.id, toAlice.id);
    expectEqual("The name of the conversation in bob's list", toBob.name, toAlice.name);
    for (const [as, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const isOwn = ({ last_message: last }: Conversation): boolean =>
        last === undefined || [last.from_user, last.to_user].some((person) => nameOf(person) === as.username);
      const { length } = (await conversationsWith(as, other)).filter(isOwn);
      expectTrue(length === 1, `${as.who} is shown ${length} conversations with ${other.who}`, {
        expected: 'one conversation',
        received: `${length}`,
      });
    }
  },
});

check({
  says: 'A conversation names the other person.',
  requires: ['rooms.conversations.names-the-other'],
  catches: ['conversation-names-oneself', 'conversation-names-last-author'],
  async run(cast) {
    const { conversations, conversation, alice, bob, world } = cast;
    const { a, b } = await cast.together();
    const { text } = await cast.message(a, b);
    await conversation(alice, bob, text);
    for (const [as, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const one = await eventually(world, async () =>
        (await conversations(as)).find(({ last_message }) => last_message?.content === text),
      );
      if (one === undefined) throw new Unmet(`${as.who} is shown no conversation with what was said last.`);
      expectMatch(`The other_user in the list of ${as.who}`, one.other_user, { username: other.username });
    }
  },
});

check({
  says: 'The last message of a conversation is the newest one, whoever wrote it.',
  requires: ['rooms.conversations.last-message-is-the-newest'],
  catches: ['last-message-is-the-first', 'last-message-of-oneself', 'last-message-is-never-renewed'],
  async run(cast) {
    const { together, message, alice, bob } = cast;
    const { a, b } = await together();
    for (const [from, to] of [
      [a, b],
      [b, a],
      [a, b],
    ] as const) {
      const { text } = await message(from, to);
      for (const [as, other] of [
        [alice, bob],
        [bob, alice],
      ] as const) {
        const last = await lastMessage(cast, as, other, text);
        expectTrue(last?.content === text, `the last message in the list of ${as.who} is not the newest`, {
          expected: show(text),
          received: show(last?.content),
        });
      }
    }
  },
});

check({
  says: 'The last message is told as it stands among the messages.',
  requires: ['rooms.conversations.last-message-agrees-with-history'],
  catches: ['last-message-with-other-id', 'last-message-swaps-people', 'last-message-with-other-time'],
  async run(cast) {
    const { together, message, stored, alice, bob } = cast;
    const { a, b } = await together();
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const { text } = await message(from, to);
      const item = await stored(alice, bob, text);
      const last = await lastMessage(cast, alice, bob, text);
      if (last?.content !== text) throw new Unmet('The last message is another one.');
      expectMatch('The last message', last, {
        id: sameId(item.id),
        from_user: { username: nameOf(item.from_user) },
        to_user: { username: nameOf(item.to_user) },
      });
      const apart = Math.abs(instantOf(last.date_added) - instantOf(item.date_added));
      if (Number.isNaN(apart)) throw new Unmet('A date_added is not a time.');
      expectTrue(apart <= 1, `the two times are ${apart} ms apart`, {
        expected: `date_added ${show(item.date_added)}`,
        received: show(last.date_added),
      });
    }
  },
});
