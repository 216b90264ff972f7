import { eventually } from '../kit/eventually.ts';
import { expectMatch, expectTrue } from '../kit/expect.ts';
import { Unmet } from '../kit/failure.ts';
import { sameId, show } from '../kit/match.ts';
import { field, type Item } from './answers.ts';
import type { Actor, Cast, Message } from './cast.ts';
import { check } from './driver.ts';

/** Alice's message as its frame told of it, and as both are shown it. */
async function told(
  cast: Cast,
  find: (items: Item[], message: Message) => Item | undefined,
): Promise<{ message: Message; items: (Item & { reader: Actor })[] }> {
  const { together, messages, alice, bob, world } = cast;
  const { a, b } = await together();
  const message = await cast.message(a, b);
  const items: (Item & { reader: Actor })[] = [];
  for (const [reader, other] of [
    [alice, bob],
    [bob, alice],
  ] as const) {
    const item = await eventually(world, async () => find(await messages(reader, other), message));
    if (item === undefined)
      throw new Unmet(`The message is not among the messages that ${reader.who} is shown.`);
    items.push({ ...item, reader });
  }
  return { message, items };
}

const byText = (items: Item[], { text }: Message): Item | undefined =>
  items.find(({ message }) => message === text);

const byId = (items: Item[], { id }: Message): Item | undefined =>
  items.find((item) => String(item.id) === String(id));

check({
  says: 'Both find a message under the id that its frame told.',
  requires: ['threads.agreement.id'],
  catches: ['history-with-other-ids', 'frame-with-other-id'],
  async run(cast) {
    const { message, items } = await told(cast, byText);
    for (const item of items)
      expectMatch(`The message that ${item.reader.who} is shown`, item, { id: sameId(message.id) });
  },
});

check({
  says: 'Both find a message with the text that its frame told.',
  requires: ['threads.agreement.text'],
  catches: ['stores-other-text'],
  async run(cast) {
    const { message, items } = await told(cast, byId);
    for (const item of items)
      expectMatch(`The message that ${item.reader.who} is shown`, item, { message: message.text });
  },
});

check({
  says: 'Both find a message with the time that its frame told.',
  requires: ['threads.agreement.time'],
  catches: ['history-times-shifted'],
  async run(cast) {
    const { message, items } = await told(cast, byText);
    const inFrame = field(message.heard.value, 'timestamp');
    for (const { created, reader } of items) {
      const apart = Math.abs(Date.parse(String(created)) - Date.parse(String(inFrame)));
      if (Number.isNaN(apart)) throw new Unmet('A time that is to be compared is no time.');
      // To the second: either may have been cut down to it.
      expectTrue(apart < 2_000, `the two times are ${Math.round(apart / 1000)} s apart`, {
        expected: `created ${show(inFrame)}, to the second`,
        received: `${reader.who} is shown ${show(created)}`,
      });
    }
  },
});

check({
  says: 'All messages of two people belong to their thread.',
  requires: ['threads.agreement.thread'],
  catches: ['message-with-other-thread', 'thread-differs-by-author'],
  async run({ together, message, uploaded, conversation, threadWith, alice, bob }) {
    const { a, b } = await together();
    const upload = await uploaded(alice, bob);
    const texts = [(await message(a, b)).text, (await message(b, a)).text, upload.text];
    for (const [reader, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const thread = await threadWith(reader, other);
      if (thread === undefined) throw new Unmet(`${reader.who} is shown no thread with ${other.who}.`);
      const items = await conversation(reader, other, ...texts);
      const stray = [...items, upload.item].find((item) => String(item.thread) !== String(thread.id));
      expectTrue(
        stray === undefined,
        `a message is in thread ${show(stray?.thread)}, not ${show(thread.id)}`,
        {
          expected: `thread ${show(thread.id)} in every message that ${reader.who} is shown`,
          received: `thread ${show(stray?.thread)} in message ${show(stray?.id)}`,
        },
      );
    }
  },
});
