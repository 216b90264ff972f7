import { expectMatch, expectTrue } from '../kit/expect.ts';
import { Failure, given, Unmet } from '../kit/failure.ts';
import { heardOnce } from '../kit/fence.ts';
import { sameId, show } from '../kit/match.ts';
import type { Cast, Message } from './cast.ts';
import { check } from './driver.ts';
import { type Item, instant, messageIn, withId } from './wire.ts';

check({
  says: 'The first frame on a new socket is one array with the history.',
  requires: ['actions.history.one-array-on-connect'],
  catches: ['no-history-on-connect', 'history-one-by-one'],
  async run({ together, message, enter, room, bob }) {
    const { a, b } = await together();
    const { id } = await message(a, a, b);
    const seat = await enter(bob, room());
    const history = await seat.hears('history');
    // Frames that the document does not know may come whenever they like.
    const earlier = seat.heard.slice(0, history.at).find(({ name }) => name !== undefined);
    expectTrue(earlier === undefined, 'another frame came before the history', {
      expected: 'the history first',
      received: show(earlier?.value),
      ...(earlier === undefined ? {} : { entry: earlier.entry }),
    });
    const items = await seat.history();
    expectTrue(withId(items, id) !== undefined, 'the array does not hold the message that was sent before', {
      expected: `message ${id}`,
      received: `${items.length} items`,
    });
  },
});

check({
  says: 'Every message that was sent is in the history, once.',
  requires: ['actions.history.holds-every-message'],
  catches: ['not-stored', 'stored-twice'],
  async run({ together, message, history, room, bob }) {
    const { a, b } = await together();
    const sent = [await message(a, a, b), await message(b, a, b), await message(a, a, b)];
    const items = await history(bob, room());
    for (const { id, text } of sent) {
      const count = items.filter((item) => sameId(id)(item.message_id) === true || item.text === text).length;
      expectTrue(
        count === 1,
        `a message that was sent is in the history ${count === 0 ? 'not at all' : `${count} times`}`,
        { expected: `message ${id} once`, received: `${count} times` },
      );
    }
  },
});

/** Alice's message as the history shows it. */
async function shownTo(cast: Cast, whom: 'alice' | 'bob'): Promise<{ item: Item; message: Message }> {
  const { a, b } = await cast.together();
  const message = await cast.message(a, a, b);
  const items = await cast.history(cast[whom], cast.room());
  const item = withId(items, message.id) ?? items.find(({ text }) => text === message.text);
  if (item === undefined) throw new Unmet('The message is not in the history.');
  return { item, message };
}

check({
  says: 'An item of the history looks as documented.',
  requires: [
    'actions.history.item-shape',
    'actions.history.item-values',
    'actions.history.item-status',
    'actions.history.item-has-attachments',
  ],
  catches: [
    'history-without-updated-at',
    'history-times-without-zone',
    'history-with-other-status',
    'history-without-attachments',
  ],
  async run(cast) {
    await shownTo(cast, 'bob');
  },
});

check({
  says: 'In the history the attachments of a message without a file are an empty array.',
  requires: ['actions.file.no-file-no-attachments'],
  catches: ['attachments-of-nothing', 'history-without-attachments'],
  async run(cast) {
    const { item } = await shownTo(cast, 'bob');
    expectMatch('The item', item, { attachments: [] });
  },
});

check({
  says: 'The history names the one who wrote a message.',
  requires: ['actions.history.names-its-author'],
  catches: ['history-shows-reader-as-author'],
  async run({ together, message, history, room, alice, bob }) {
    const { a, b } = await together();
    const [fromAlice, fromBob] = [await message(a, a, b), await message(b, a, b)];
    for (const reader of [alice, bob]) {
      const items = await history(reader, room());
      for (const [{ id, text }, author] of [
        [fromAlice, alice],
        [fromBob, bob],
      ] as const) {
        const item = withId(items, id) ?? items.find((one) => one.text === text);
        if (item === undefined) throw new Unmet('The message is not in the history.');
        expectMatch(`The item of a message of ${author.who}'s, as ${reader.who} is shown it`, item, {
          sender_id: sameId(author.id),
        });
      }
    }
  },
});

check({
  says: 'The history shows a message under the id, with the author and the text that its frame had.',
  requires: ['actions.history.agrees-with-the-frames'],
  catches: ['history-with-other-ids'],
  async run(cast) {
    const { item, message } = await shownTo(cast, 'bob');
    expectMatch('The item', item, {
      message_id: sameId(message.id),
      sender_id: sameId(messageIn(message.heard)['sender_id']),
      text: message.text,
    });
  },
});

check({
  says: 'The history shows the time that the frame showed.',
  requires: ['actions.history.created-at-agrees-with-the-frames'],
  catches: ['history-times-shifted'],
  async run(cast) {
    const { item, message } = await shownTo(cast, 'bob');
    const { created_at } = messageIn(message.heard);
    const apart = Math.abs(
      instant('The created_at in the history', item.created_at) -
        instant('The created_at of the frame', created_at),
    );
    expectTrue(apart <= 1, `the two times are ${apart} ms apart`, {
      expected: `created_at ${show(created_at)}`,
      received: show(item.created_at),
    });
  },
});

check({
  says: 'Both members are shown the same history.',
  requires: ['actions.history.same-for-both-members'],
  catches: ['history-only-of-own-messages'],
  async run({ together, message, history, room, alice, bob }) {
    const { a, b } = await together();
    await message(a, a, b);
    await message(b, a, b);
    await Promise.all([a.leave(), b.leave()]);
    const [toAlice = [], toBob = []] = [await history(alice, room()), await history(bob, room())].map(
      (items) => items.map(({ message_id, text }) => [String(message_id), String(text)]),
    );
    const at = toAlice.findIndex((line, n) => JSON.stringify(line) !== JSON.stringify(toBob[n]));
    if (at === -1 && toAlice.length === toBob.length) return;
    const differs = at === -1 ? toAlice.length : at;
    throw new Failure({
      expected: 'the same messages in the same order',
      received: `alice is shown ${toAlice.length} messages, bob ${toBob.length}`,
      because: `the histories differ at item ${differs}: alice is shown ${show(toAlice[differs])}, bob ${show(toBob[differs])}`,
    });
  },
});

check({
  says: 'The history holds no message of another room.',
  requires: ['actions.history.only-this-room'],
  catches: ['history-of-all-rooms'],
  async run({ together, apart, message, history, room, elsewhere, alice }) {
    const { aliceElsewhere, c } = await apart();
    const foreign = await message(aliceElsewhere, aliceElsewhere, c);
    const { a, b } = await together();
    const own = await message(a, a, b);
    const shown = async (id: ReturnType<typeof room>, text: string): Promise<boolean> =>
      (await history(alice, id)).some((item) => item.text === text);
    if (!(await shown(room(), own.text)) || !(await shown(elsewhere(), foreign.text)))
      throw new Unmet('A message is not in the history of its own room.');
    expectTrue(!(await shown(room(), foreign.text)), 'the history holds a message of another room', {
      expected: 'only messages of this room',
      received: show(foreign.text),
    });
  },
});

check({
  says: 'The history of a room in which nothing was said is an empty array.',
  requires: ['actions.history.empty-in-a-new-room'],
  catches: ['no-history-when-empty', 'history-of-all-rooms'],
  fresh: true,
  async run({ apart, message, knock, room, alice, bob }) {
    const { aliceElsewhere, c } = await apart();
    await message(aliceElsewhere, aliceElsewhere, c);
    for (const person of [alice, bob]) {
      const seat = await knock(person, room());
      const { value } = await seat.hears('history');
      expectMatch('The history', value, []);
    }
  },
});

check({
  says: 'The history goes to the socket that connects, once, and to no other.',
  requires: ['actions.history.to-the-newcomer-only'],
  catches: ['history-to-everybody', 'history-twice'],
  async run({ together, message, fence, enter, room, bob }) {
    const { a, b } = await together();
    await message(a, a, b);
    const newcomer = await enter(bob, room());
    await given('No history came', () => Promise.all([a, b, newcomer].map((seat) => seat.history())));
    await fence(a, a, b, newcomer);
    await fence(newcomer, a, b, newcomer);
    for (const seat of [newcomer, a, b]) heardOnce(seat, { name: 'history', what: 'the history' });
  },
});
