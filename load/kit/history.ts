// What was said is read again: all of it, once, in one order.
import { introduced, journalled, looked, spoke } from './journal.ts';
import * as metrics from './metrics.ts';
import { pace } from './pace.ts';
import { stamped, stampOf } from './party.ts';
import type { Conversation } from './plan.ts';
import type { Join, List, Read, Seat } from './seat.ts';
import { WRITTEN, written } from './stamp.ts';
import type { Story } from './story.ts';
import { wait } from './wait.ts';

/** Messages in each conversation that is read. */
const SAID = 5;
const RETRY_FOR = 10_000;
const silence = {
  text: () => undefined,
  receipt: () => undefined,
  file: () => undefined,
  typing: () => undefined,
};

/** Somebody writes to who is not there, who then reads it at the rate of the profile, and the list in between. */
export function readingHistory(join: Join, read: Read, list?: List): Story {
  return async (conversations, part) => {
    const filled = await Promise.all(conversations.map((one) => leftBehind(one, join)));
    const cast = conversations.filter((_, at) => filled[at]);
    const reading: Promise<void>[] = [];
    if (cast.length > 0)
      await pace(part / SAID, (n) => {
        const conversation = cast[n % cast.length];
        if (conversation === undefined) return;
        reading.push(judged(read, conversation, { side: 1, from: 0, to: SAID }));
        if (list !== undefined) reading.push(listed(list, conversation));
      });
    await Promise.all(reading);
  };
}

async function leftBehind(conversation: Conversation, join: Join): Promise<boolean> {
  const seat = await join(conversation, 0, silence);
  const texts = Array.from({ length: SAID }, (_, n) => stamped(conversation.id, WRITTEN, n, Date.now()));
  introduced(conversation);
  const all =
    seat !== undefined &&
    texts.every((text) => {
      const said = seat.say(text);
      if (said) spoke({ conversation, side: 0, seat: 0 }, text);
      return said;
    });
  if (!all) metrics.errors.add(1, { kind: 'unsent' });
  // Messages that are cut off with their socket are nobody's fault: they have gone when history has them.
  void leave(seat);
  return all;
}

async function leave(seat: Seat | undefined): Promise<void> {
  await wait(1_000);
  seat?.leave();
}

export interface Range {
  side: number;
  from: number;
  to: number;
}

/** Messages may still be on their way into the store: those that do not come are lost. */
export async function judged(read: Read, conversation: Conversation, range: Range): Promise<void> {
  const { side, from, to } = range;
  metrics.sent.add(to - from);
  const until = Date.now() + RETRY_FOR;
  for (;;) {
    const began = Date.now();
    const texts = await read(conversation, side);
    metrics.history.add(Date.now() - began);
    const found = texts === undefined ? [] : foundIn(texts, conversation, range);
    const missing = to - from - new Set(found).size;
    if (missing > 0 && Date.now() < until) {
      await wait(200);
      continue;
    }
    if (texts === undefined) metrics.errors.add(1, { kind: 'history' });
    else if (journalled) looked({ conversation, side }, began, shownIn(texts, conversation, range));
    metrics.delivered.add(to - from - missing);
    metrics.lost.add(missing);
    metrics.wrong.duplicated.add(found.length - new Set(found).size);
    if (!ascends(found) && !ascends(found.toReversed())) metrics.wrong.reordered.add(1);
    return;
  }
}

/** The numbers of the messages in question, as they are shown. */
function foundIn(texts: unknown[], { id }: Conversation, { from, to }: Range): number[] {
  const stamps = texts.map(stampOf).filter((stamp) => stamp !== undefined);
  for (const { conversation } of stamps) if (conversation !== id) metrics.wrong.foreign.add(1);
  const own = stamps.filter(({ conversation, sender }) => conversation === id && sender === WRITTEN);
  return own.map(({ n }) => n).filter((n) => n >= from && n < to);
}

/** For the journal: the messages in question and whatever does not belong there, oldest first. */
function shownIn(texts: unknown[], { id }: Conversation, { from, to }: Range): string[] {
  const all = texts
    .map(stampOf)
    .filter((stamp) => stamp !== undefined)
    .filter(({ conversation, sender, n }) =>
      conversation === id ? sender === WRITTEN && n >= from && n < to : n >= 0,
    );
  const own = all.filter(({ conversation }) => conversation === id);
  const newestFirst = (own[0]?.n ?? 0) > (own.at(-1)?.n ?? 0);
  return (newestFirst ? all.toReversed() : all).map(written);
}

function ascends(numbers: number[]): boolean {
  return numbers.every((n, at) => n >= (numbers[at - 1] ?? n));
}

async function listed(list: List, conversation: Conversation): Promise<void> {
  const began = Date.now();
  const shown = await list(conversation, 1);
  metrics.listing.add(Date.now() - began);
  if (!shown) metrics.errors.add(1, { kind: 'listing' });
}
