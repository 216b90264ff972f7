import { expectTrue } from '../kit/expect.ts';
import { Failure, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import { type Chat, type Message, saved, savedAll } from './chat.ts';
import { type Actor, type Cast, check } from './driver.ts';
import { fetched, itemOf, waits } from './fetched.ts';
import type { Chunk, Inbox, Item, Kind } from './inbox.ts';
import { instantOf } from './time.ts';
import { type Way, ways } from './ways.ts';

/** More than fits into a chunk of a hundred. */
const many = 105;

async function manyWait(way: Way, cast: Cast): Promise<{ b: Inbox; messages: Message[] }> {
  const [b, chat] = [await cast.inbox(cast.bob), await way.toBob(cast, cast.alice)];
  return { b, messages: await savedAll(chat, many) };
}

/** So many messages would be in the way of whatever uses these people next. */
async function tidy(way: Way, cast: Cast, messages: readonly Message[]): Promise<void> {
  for (const chat of await way.acknowledging(cast)) for (const message of messages) chat.received(message);
}

for (const way of ways) {
  const { kind, what, id } = way;

  check({
    says: `The chunks of an answer together hold each message once (${what}).`,
    requires: [id('each-message-once')],
    catches: ['chunks-overlap', 'chunks-lose-one', 'fetch-stops-at-a-hundred'],
    async run(cast) {
      const { b, messages } = await manyWait(way, cast);
      const items = await fetched(b, kind);
      const counts = new Map<unknown, number>();
      for (const { message } of items) counts.set(message, (counts.get(message) ?? 0) + 1);
      await tidy(way, cast, messages);
      if (messages.every(({ text }) => !counts.has(text)))
        throw new Unmet('None of the messages is fetched.');
      for (const { text } of messages) {
        const count = counts.get(text) ?? 0;
        expectTrue(
          count === 1,
          `a message is in the answer ${count === 0 ? 'not at all' : `${count} times`}`,
          {
            expected: `each of ${many} messages once`,
            received: `${items.length} messages, one of them ${count} times`,
          },
        );
      }
    },
  });

  check({
    says: `The last chunk of an answer says that it is the last, and no other does (${what}).`,
    requires: [id('last-chunk-says-so')],
    catches: ['every-chunk-says-last', 'no-chunk-says-last', 'full-last-chunk-says-more'],
    async run(cast) {
      const { b, messages } = await manyWait(way, cast);
      const chunks = await twiceAsked(b, kind);
      // Once more with as many as fill the chunks, where there are several of one size.
      const end = chunks.findIndex(({ last }) => last);
      const size = end > 0 ? (chunks[0]?.items.length ?? 0) : 0;
      const waiting = chunks.slice(0, end + 1).flatMap(({ items }) => items).length;
      const missing = size === 0 ? 0 : (size - (waiting % size)) % size;
      const more = missing === 0 ? [] : await savedAll(await way.toBob(cast, cast.alice), missing);
      const full = missing === 0 ? chunks : await twiceAsked(b, kind);
      await tidy(way, cast, [...messages, ...more]);
      expectLastAtTheEnd(chunks, messages, what);
      expectLastAtTheEnd(full, messages, what);
    },
  });

  check({
    says: `With nothing to fetch, the answer is one frame with an empty array (${what}).`,
    requires: [id('empty-array')],
    catches: ['nothing-to-fetch-no-answer', 'nothing-to-fetch-null'],
    async run(cast) {
      const c = await cast.inbox(cast.carol);
      const chat = await way.toCarol(cast);
      await waits(c, kind, await saved(chat));
      await emptied(cast, c, kind);
      const since = c.mark;
      c.ask(kind);
      await c.lastChunk(kind, since);
      await cast.fence(chat, c);
      const chunks = c.chunks(kind, since);
      if (chunks.some(({ items }) => items.length > 0)) throw new Unmet('There is something to fetch again.');
      expectTrue(
        chunks.every(({ isList }) => isList),
        'the answer has no array',
        { expected: 'an empty array', received: show(chunks[0]?.heard.value) },
      );
      expectTrue(chunks.length === 1, `the answer has ${chunks.length} frames`, {
        expected: 'one frame with an empty array',
        received: chunks.length === 0 ? 'no answer' : `${chunks.length} frames`,
      });
    },
  });
}

/** What comes before the answer to a second request belongs to the first. */
async function twiceAsked(b: Inbox, kind: Kind): Promise<Chunk[]> {
  const since = b.mark;
  b.ask(kind);
  await b.lastChunk(kind, since);
  const more = b.mark;
  b.ask(kind);
  await b.lastChunk(kind, more);
  return b.chunks(kind, since);
}

function expectLastAtTheEnd(chunks: readonly Chunk[], messages: readonly Message[], what: string): void {
  if (chunks.length === 0) throw new Unmet(`Fetching ${what} was not answered.`);
  const first = chunks.findIndex(({ last }) => last);
  if (first === -1)
    throw new Failure({
      expected: 'all is "True" on the last chunk',
      received: `${chunks.length} chunks, none of which says so`,
      because: 'no chunk of an answer says that it is the last',
    });
  const isIn = (part: readonly Chunk[]): boolean => {
    const items = part.flatMap(({ items: some }) => some);
    return messages.every((message) => itemOf(items, message) !== undefined);
  };
  const before = chunks.slice(0, first + 1);
  if (!isIn(chunks) || before.every(({ items }) => items.length === 0))
    throw new Unmet('A message is not fetched.');
  expectTrue(isIn(before), 'a chunk says that it is the last, and another one follows', {
    expected: 'all is "False" on every chunk but the last',
    received: `"True" on chunk ${first + 1}, before the rest of the messages`,
  });
}

const mostRounds = 20;

/** Acknowledges whatever waits for this person, as a client does that has stored it; something new may come meanwhile. */
async function emptied(cast: Cast, inbox: Inbox, kind: Kind): Promise<void> {
  const chats = new Map<string, Chat>();
  const done = new Set<string>();
  const began = performance.now();
  for (let round = 0; round < mostRounds || performance.now() - began < cast.world.patience.ms; round += 1) {
    // From the second round on, everything that was there has been acknowledged: no answer to that is what is judged.
    const items = await (round === 0 ? fetched(inbox, kind) : inbox.fetch(kind));
    if (items.length === 0) return;
    for (const item of items) {
      const { key, author } = senderOf(item, kind);
      const time = String(item.sent_timestamp);
      if (done.has(`${author.phone} ${time}`)) continue;
      done.add(`${author.phone} ${time}`);
      const chat = chats.get(key ?? author.phone) ?? (await answering(cast, key, author));
      chats.set(key ?? author.phone, chat);
      chat.received({ author, at: instantOf(time) }, { time });
    }
  }
  throw new Unmet(`There is always something to fetch for ${inbox.who}, whatever is acknowledged.`);
}

/** A key may itself hold hyphens: the number follows the last one. */
function senderOf({ msg_from }: Item, kind: Kind): { key: string | undefined; author: Actor } {
  const from = String(msg_from);
  const at = kind === 'fetch_grp_msgs' ? from.lastIndexOf('-') : -1;
  const phone = from.slice(at + 1);
  return { key: at === -1 ? undefined : from.slice(0, at), author: { key: phone, who: phone, phone } };
}

function answering(cast: Cast, key: string | undefined, author: Actor): Promise<Chat> {
  return key === undefined ? cast.chat(cast.carol, author) : cast.groupChat(cast.carol, key);
}
