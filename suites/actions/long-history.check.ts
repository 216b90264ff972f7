// What the history shows of a room that holds more than it can.
import { expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import type { Id } from '../kit/people.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';
import { idIn } from './wire.ts';

/** The ids of 55 messages, in the order in which they were sent. */
async function fiftyFive({ enter, alice, room, world }: Cast): Promise<Id[]> {
  const a = await enter(alice, room());
  const texts = Array.from({ length: 55 }, () => world.text());
  for (const text of texts) a.say(text);
  const heard = await given('A message was not announced', () =>
    Promise.all(texts.map((text) => a.hears('chatMessage', { message: { text } }))),
  );
  return heard.map(idIn);
}

async function shown({ history, bob, room }: Cast): Promise<string[]> {
  return (await history(bob, room())).map(({ message_id }) => String(message_id));
}

check({
  says: 'The history holds 50 messages at most.',
  requires: ['actions.history.at-most-50'],
  catches: ['history-of-51', 'history-of-everything'],
  async run(cast) {
    await fiftyFive(cast);
    const ids = await shown(cast);
    expectTrue(ids.length <= 50, `the history holds ${ids.length} messages`, {
      expected: 'at most 50 messages',
      received: `${ids.length} messages`,
    });
  },
});

check({
  says: 'When there are more than 50 messages, the history holds the newest 50.',
  requires: ['actions.history.the-newest-50'],
  catches: ['history-of-oldest-50', 'history-of-49', 'history-skips-the-newest'],
  async run(cast) {
    const sent = await fiftyFive(cast);
    const ids = new Set(await shown(cast));
    const missing = sent.slice(-50).filter((id) => !ids.has(String(id)));
    expectTrue(missing.length === 0, `${missing.length} of the newest 50 messages are not in the history`, {
      expected: 'the newest 50 messages',
      received: `${ids.size} messages, without ${missing.slice(0, 3).join(', ')}`,
    });
  },
});

check({
  says: 'The history goes from the oldest message to the newest.',
  requires: ['actions.history.oldest-first'],
  catches: ['history-newest-first', 'history-unsorted'],
  async run(cast) {
    const sent = await fiftyFive(cast);
    const place = new Map(sent.map((id, at) => [String(id), at]));
    const places = (await shown(cast)).flatMap((id) => place.get(id) ?? []);
    if (places.length < 2) throw new Unmet('The history does not hold two of the messages that were sent.');
    const wrong = places.findIndex((here, at) => at > 0 && here < (places[at - 1] ?? 0));
    expectTrue(wrong === -1, `item ${wrong} was sent before item ${wrong - 1}, but stands behind it`, {
      expected: 'every message behind the ones that were sent earlier',
      received: `messages in the order ${places
        .slice(0, 6)
        .map((at) => at + 1)
        .join(', ')}, …`,
    });
  },
});
