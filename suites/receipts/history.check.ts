import { expectMatch, expectTrue } from '../kit/expect.ts';
import { Failure, given, Unmet } from '../kit/failure.ts';
import { sameId, show } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import { type Cast, check, type Message } from './driver.ts';
import type { HistoryItem, Seat } from './seat.ts';
import { itemOf } from './unchanged.ts';

/** More than fits into the history; given in the order in which they were sent. */
async function fiftyFive(cast: Cast): Promise<{ room: Id; sent: Message[] }> {
  const room = await cast.room(cast.alice, cast.bob);
  const a = await cast.enter(cast.alice, room);
  const texts = Array.from({ length: 55 }, () => cast.world.text());
  for (const text of texts) a.say(text);
  await given('The messages were not announced', () =>
    a.hears('chatMessage', { message: { text: texts.at(-1) } }),
  );
  const sent = texts.map((text) => ({ text, id: idIn(a, text) }));
  return { room, sent };
}

function idIn(seat: Seat, text: string): Id {
  const value = seat.all('chatMessage', { message: { text } })[0]?.value;
  if (typeof value === 'object' && value !== null && 'message' in value) {
    const { message } = value;
    if (
      typeof message === 'object' &&
      message !== null &&
      'message_id' in message &&
      typeof message.message_id === 'number'
    )
      return message.message_id;
  }
  throw new Unmet('A message was not announced with its id.');
}

const idsOf = (items: readonly { message_id: unknown }[]): string[] =>
  items.map(({ message_id }) => String(message_id));

check({
  says: 'The first frame on a new socket is one array with the history.',
  requires: ['receipts.history.one-array-on-connect'],
  catches: ['no-history-on-connect', 'history-one-by-one'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const { id } = await cast.message(a, a, b);
    const seat = await cast.enter(cast.bob, room);
    const history = await seat.hears('history');
    expectTrue(history.at === 0, 'another frame came before the history', {
      expected: 'the history first',
      received: show(seat.heard[0]?.value),
    });
    const items = Array.isArray(history.value) ? history.value : [];
    expectTrue(
      items.some(
        (item: unknown) =>
          typeof item === 'object' &&
          item !== null &&
          'message_id' in item &&
          String(item.message_id) === String(id),
      ),
      'the array does not hold the message that was sent before',
      { expected: `message ${id}`, received: `${items.length} items` },
    );
  },
});

check({
  says: 'The history holds 50 messages at most.',
  requires: ['receipts.history.at-most-50'],
  catches: ['history-of-51', 'history-of-everything'],
  async run(cast) {
    const { room } = await fiftyFive(cast);
    const items = await cast.history(cast.bob, room);
    expectTrue(items.length <= 50, `the history holds ${items.length} messages`, {
      expected: 'at most 50 messages',
      received: `${items.length} messages`,
    });
  },
});

check({
  says: 'When there are more than 50 messages, the history holds the newest 50.',
  requires: ['receipts.history.the-newest-50'],
  catches: ['history-of-oldest-50', 'history-of-49', 'history-skips-the-newest'],
  async run(cast) {
    const { room, sent } = await fiftyFive(cast);
    const shown = new Set(idsOf(await cast.history(cast.bob, room)));
    const missing = sent.slice(-50).filter(({ id }) => !shown.has(String(id)));
    expectTrue(missing.length === 0, `${missing.length} of the newest 50 messages are not in the history`, {
      expected: 'the newest 50 messages',
      received: `${shown.size} messages, without ${missing
        .slice(0, 3)
        .map(({ id }) => id)
        .join(', ')}`,
    });
  },
});

check({
  says: 'The history goes from the newest message to the oldest.',
  requires: ['receipts.history.newest-first'],
  catches: ['history-oldest-first', 'history-unsorted'],
  async run(cast) {
    const { room, sent } = await fiftyFive(cast);
    const items = await cast.history(cast.bob, room);
    const place = new Map(sent.map(({ id }, at) => [String(id), at]));
    const places = idsOf(items).flatMap((id) => place.get(id) ?? []);
    if (places.length < 2) throw new Unmet('The history does not hold two of the messages that were sent.');
    const wrong = places.findIndex(
      (here, at) => at > 0 && here > (places[at - 1] ?? Number.POSITIVE_INFINITY),
    );
    expectTrue(wrong === -1, `item ${wrong} was sent after item ${wrong - 1}, but stands behind it`, {
      expected: 'every message before the ones that were sent earlier',
      received: `messages in the order ${places
        .slice(0, 6)
        .map((at) => at + 1)
        .join(', ')}, …`,
    });
  },
});

check({
  says: 'Every message that was sent is in the history, once.',
  requires: ['receipts.history.holds-every-message'],
  catches: ['not-stored', 'stored-twice'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const sent = [await cast.message(a, a, b), await cast.message(b, a, b), await cast.message(a, a, b)];
    const items = await cast.history(cast.bob, room);
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

check({
  says: 'An item of the history looks as documented.',
  requires: [
    'receipts.history.item-shape',
    'receipts.history.item-has-sender-email',
    'receipts.history.item-values',
  ],
  catches: ['history-without-sender-email', 'history-with-sender-id-only', 'history-times-without-zone'],
  async run(cast) {
    await shownTo(cast, 'bob');
  },
});

/** Alice's message as the history shows it. */
async function shownTo(
  cast: Cast,
  whom: 'alice' | 'bob',
): Promise<{ item: HistoryItem; frame: Record<string, unknown>; message: Message }> {
  const { a, b, room } = await cast.together();
  const message = await cast.message(a, a, b);
  const heard = await given('The message was not announced', () =>
    a.hears('chatMessage', { message: { text: message.text } }),
  );
  const items = await cast.history(cast[whom], room);
  const item = itemOf(items, message.id) ?? items.find(({ text }) => text === message.text);
  if (item === undefined) throw new Unmet('The message is not in the history.');
  return {
    item,
    message,
    frame:
      typeof heard.value === 'object' && heard.value !== null && 'message' in heard.value
        ? Object(heard.value.message)
        : {},
  };
}

check({
  says: 'The history names the address of the one who wrote a message.',
  requires: ['receipts.history.names-its-author'],
  catches: ['history-shows-readers-email'],
  async run(cast) {
    const { item } = await shownTo(cast, 'bob');
    const email = cast.alice.email?.toLowerCase();
    expectTrue(
      String(item.sender_email).toLowerCase() === email,
      "the sender_email is not the author's address",
      { expected: `sender_email ${email}`, received: show(item.sender_email) },
    );
  },
});

check({
  says: 'The history shows a message under the id and with the text that its frame had.',
  requires: ['receipts.history.agrees-with-the-frames'],
  catches: ['history-with-other-ids'],
  async run(cast) {
    const { item, message } = await shownTo(cast, 'bob');
    expectMatch('The item', item, { message_id: sameId(message.id), text: message.text });
  },
});

check({
  says: 'The history shows the time that the frame showed.',
  requires: ['receipts.history.created-at-agrees-with-the-frames'],
  catches: ['history-times-shifted'],
  async run(cast) {
    const { item, frame } = await shownTo(cast, 'bob');
    const [inHistory, inFrame] = [
      Date.parse(String(item.created_at)),
      Date.parse(String(frame['created_at'])),
    ];
    if (Number.isNaN(inHistory) || Number.isNaN(inFrame)) throw new Unmet('A created_at is not a time.');
    expectTrue(
      Math.abs(inHistory - inFrame) <= 1,
      `the two times are ${Math.abs(inHistory - inFrame)} ms apart`,
      { expected: `created_at ${show(frame['created_at'])}`, received: show(item.created_at) },
    );
  },
});

check({
  says: 'Both members are shown the same history.',
  requires: ['receipts.history.same-for-both-members'],
  catches: ['history-only-of-own-messages'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    await cast.message(a, a, b);
    await cast.message(b, a, b);
    await Promise.all([a.leave(), b.leave()]);
    const shown = async (who: 'alice' | 'bob'): Promise<string[][]> =>
      (await cast.history(cast[who], room)).map(({ message_id, text }) => [String(message_id), String(text)]);
    const [toAlice, toBob] = [await shown('alice'), await shown('bob')];
    const at = toAlice.findIndex((line, n) => JSON.stringify(line) !== JSON.stringify(toBob[n]));
    if (at === -1 && toAlice.length === toBob.length) return;
    throw new Failure({
      expected: 'the same messages in the same order',
      received: `alice is shown ${toAlice.length} messages, bob ${toBob.length}`,
      because: `the histories differ at item ${at === -1 ? toAlice.length : at}: alice is shown ${show(toAlice[at])}, bob ${show(toBob[at])}`,
    });
  },
});
