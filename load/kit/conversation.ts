// Pairs talk, and every delivery is judged. A dialect only says how a person joins and what is said.
import exec from 'k6/execution';
import { setTimeout } from 'k6/timers';
import { type Ledger, ledgerOf } from './ledger.ts';
import * as metrics from './metrics.ts';
import type { Conversation } from './plan.ts';
import { plan, shareOf } from './run.ts';
import { dueAt } from './schedule.ts';
import { read, written } from './stamp.ts';

/** A person who has joined: ready to say something, and to leave. */
export interface Seat {
  say(text: string): boolean;
  leave(): void;
}

/** Lets one of the two people join; `hears` is called with the text of every message that arrives. */
export type Join = (
  conversation: Conversation,
  side: 0 | 1,
  hears: (text: unknown) => void,
) => Promise<Seat | undefined>;

interface Pair {
  id: number;
  seats: [Seat, Seat];
  /** By listener. */
  ledgers: [Ledger, Ledger];
  greeted: [boolean, boolean];
  counts: [number, number];
}

const AT_ONCE = 25;
const MEET_WITHIN = 10_000;
const QUIET = 500;
const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** What one worker does: its pairs meet, talk at the rate of the profile, and listen until the last has come. */
export async function converse(join: Join): Promise<void> {
  const share = shareOf(exec.vu.idInTest);
  const pairs: Pair[] = [];
  let heardLast = 0;
  const heard = (): void => {
    heardLast = Date.now();
  };
  for (let at = 0; at < share.length; at += AT_ONCE) {
    const met = await Promise.all(share.slice(at, at + AT_ONCE).map((one) => meet(one, join, heard)));
    pairs.push(...met.filter((pair) => pair !== undefined));
  }
  // Everybody writes from here on: a fault in what was said before is nobody's loss.
  await talk(pairs, share.length / plan.conversations.length);
  await drained(pairs, () => heardLast);
  for (const { seats, ledgers } of pairs) {
    for (const seat of seats) seat.leave();
    for (const ledger of ledgers) metrics.lost.add(ledger.missing);
  }
}

async function meet(conversation: Conversation, join: Join, heard: () => void): Promise<Pair | undefined> {
  const { id } = conversation;
  const ledgers: [Ledger, Ledger] = [ledgerOf(id, 0), ledgerOf(id, 1)];
  const greeted: [boolean, boolean] = [false, false];
  const hears = (side: 0 | 1) => (text: unknown) => {
    const stamp = read(text);
    if (stamp === undefined || stamp.run !== plan.run) return;
    heard();
    for (const finding of ledgers[side].heard(stamp)) {
      if (finding === 'greeting') greeted[side] = true;
      else if (finding === 'delivered') {
        metrics.delivered.add(1);
        metrics.delivery.add(Math.max(0, Date.now() - stamp.scheduledAt));
      } else if (finding !== 'own') metrics.wrong[finding].add(1);
    }
  };
  const [one, other] = await Promise.all([join(conversation, 0, hears(0)), join(conversation, 1, hears(1))]);
  const stamp = { run: plan.run, conversation: id, n: -1, scheduledAt: 0 };
  const began = Date.now();
  while (one !== undefined && other !== undefined && Date.now() - began < MEET_WITHIN) {
    if (greeted[0] && greeted[1]) return { id, seats: [one, other], ledgers, greeted, counts: [0, 0] };
    if (!greeted[1]) one.say(written({ ...stamp, sender: 0 }));
    if (!greeted[0]) other.say(written({ ...stamp, sender: 1 }));
    for (let turn = 0; turn < 20 && !(greeted[0] && greeted[1]); turn += 1) await wait(20);
  }
  one?.leave();
  other?.leave();
  metrics.errors.add(1, { kind: 'unmet' });
  return undefined;
}

/** Says what is due when it is due; what is late is counted from when it was due. */
async function talk(pairs: Pair[], share: number): Promise<void> {
  const { rate } = plan.profile;
  const began = Date.now();
  for (let n = 0; pairs.length > 0; n += 1) {
    const due = dueAt(rate, n, share);
    if (due === undefined) return;
    const scheduledAt = Math.ceil(began + due * 1000);
    const early = scheduledAt - Date.now();
    // Also who is late has to listen in between.
    if (early > 0 || n % 8 === 0) await wait(Math.max(0, early));
    const pair = pairs[n % pairs.length];
    if (pair !== undefined) say(pair, Math.floor(n / pairs.length) % 2 === 0 ? 0 : 1, scheduledAt);
  }
}

function say({ id, seats, ledgers, counts }: Pair, sender: 0 | 1, scheduledAt: number): void {
  const n = counts[sender];
  if (!seats[sender].say(written({ run: plan.run, conversation: id, sender, n, scheduledAt }))) {
    metrics.errors.add(1, { kind: 'unsent' });
    return;
  }
  counts[sender] += 1;
  ledgers[sender === 0 ? 1 : 0].sent();
  metrics.sent.add(1);
}

/** Waits for stragglers, and a little longer for what comes twice. */
async function drained(pairs: Pair[], heardLast: () => number): Promise<void> {
  const ended = Date.now();
  const complete = (): boolean => pairs.every(({ ledgers }) => ledgers.every(({ missing }) => missing === 0));
  while (Date.now() - ended < plan.profile.drain * 1000) {
    if (complete() && Date.now() - Math.max(ended, heardLast()) >= QUIET) return;
    await wait(50);
  }
}
