// What was said is read again: all of it, once, in one order.
import { introduced, looked, spoke } from './journal.ts';
import * as metrics from './metrics.ts';
import { pace } from './pace.ts';
import { stamped, stampOf } from './party.ts';
import type { Conversation } from './plan.ts';
import { plan } from './run.ts';
import type { Join, List, Read, Seat } from './seat.ts';
import { WRITTEN } from './stamp.ts';
import type { Story } from './story.ts';
import { type View, viewOf } from './view.ts';
import { wait } from './wait.ts';

/** Messages in each conversation that is read, and in the first one of each worker beyond what one view may hold. */
const SAID = 5;
/** Where a view holds everything, some servers cut it at a round number. */
const MANY = 100;
/** As long as more of it turns up, it is still on its way into the store. */
const RETRY_FOR = plan.profile.drain * 1000;
const silence = {
  text: () => undefined,
  receipt: () => undefined,
  file: () => undefined,
  typing: () => undefined,
};

/** Somebody writes to who is not there, who then reads it at the rate of the profile, and the list in between. */
export function readingHistory(join: Join, read: Read, list?: List): Story {
  return async (conversations, part) => {
    const written = conversations.map((_, at) => (at === 0 ? (read.atMost ?? MANY) + SAID : SAID));
    const filled = await Promise.all(conversations.map((one, at) => leftBehind(one, written[at] ?? 0, join)));
    const cast = conversations.flatMap((conversation, at) => {
      const to = written[at] ?? 0;
      const range = { side: 1, from: Math.max(0, to - (read.atMost ?? to)), to };
      return filled[at] === true ? [{ conversation, range }] : [];
    });
    const shown = cast.reduce((all, { range }) => all + range.to - range.from, 0);
    const reading: Promise<void>[] = [];
    if (cast.length > 0)
      await pace((part * cast.length) / shown, (n) => {
        const one = cast[n % cast.length];
        if (one === undefined) return;
        reading.push(judged(read, one.conversation, one.range));
        if (list !== undefined) reading.push(listed(list, one.conversation, one.range.to));
      });
    await Promise.all(reading);
  };
}

async function leftBehind(conversation: Conversation, many: number, join: Join): Promise<boolean> {
  const seat = await join(conversation, 0, silence);
  const texts = Array.from({ length: many }, (_, n) => stamped(conversation.id, WRITTEN, n, Date.now()));
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

/** How much of each conversation has been looked for: from then on it has to be there at once. */
const lookedFor = new Map<number, number>();

/** Messages may still be on their way into the store: those that do not come are lost. */
export async function judged(read: Read, conversation: Conversation, range: Range): Promise<void> {
  const { side, from, to } = range;
  metrics.sent.add(to - from);
  let until = Date.now() + RETRY_FOR;
  let fewest = Infinity;
  for (;;) {
    const isKnown = (lookedFor.get(conversation.id) ?? 0) >= to;
    const began = Date.now();
    const texts = await read(conversation, side);
    metrics.history.add(Date.now() - began);
    if (texts === undefined) metrics.errors.add(1, { kind: 'history' });
    const { atMost = Infinity, order } = read;
    const wanted = { conversation: conversation.id, from, to, atMost, ...(order && { order }) };
    const view = viewOf(texts ?? [], stampOf, wanted);
    if (view.missing < fewest) until = Date.now() + RETRY_FOR;
    fewest = Math.min(fewest, view.missing);
    const mayCome = texts === undefined || (view.missing > 0 && !isKnown);
    if (mayCome && Date.now() < until) {
      await wait(200);
      continue;
    }
    lookedFor.set(conversation.id, Math.max(to, lookedFor.get(conversation.id) ?? 0));
    if (texts !== undefined) looked({ conversation, side }, began, view);
    counted(view);
    return;
  }
}

function counted({ found, missing, duplicated, isMixed, foreign, wrong }: View): void {
  metrics.delivered.add(found.length - duplicated);
  metrics.lost.add(missing);
  metrics.wrong.duplicated.add(duplicated);
  metrics.wrong.foreign.add(foreign.length);
  if (isMixed) metrics.wrong.reordered.add(1);
  for (const kind of wrong) metrics.historyWrong.add(1, { kind });
}

/** What is listed as said last is of one's own conversation, and the newest of it, once that has been read. */
async function listed(list: List, whose: Conversation, said: number): Promise<void> {
  const { id } = whose;
  const isKnown = (lookedFor.get(id) ?? 0) >= said;
  const began = Date.now();
  const texts = await list(whose, 1);
  metrics.listing.add(Date.now() - began);
  if (texts === undefined) metrics.errors.add(1, { kind: 'listing' });
  for (const { conversation, n } of (texts ?? []).map(stampOf).filter((stamp) => stamp !== undefined))
    if (conversation !== id) metrics.wrong.foreign.add(1);
    else if (isKnown && n !== said - 1) metrics.historyWrong.add(1, { kind: 'not the last' });
}
