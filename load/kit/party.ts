// People who have joined one conversation, what each of them has to hear, and what was wrong with it.
import { came, introduced, journalled, listened, overheard, spoke } from './journal.ts';
import { type Finding, type Ledger, ledgerOf } from './ledger.ts';
import { noted, watched } from './limit.ts';
import * as metrics from './metrics.ts';
import type { Conversation } from './plan.ts';
import { plan } from './run.ts';
import type { Ears, Join, Seat } from './seat.ts';
import { headsOf, reading, type Stamp, WRITTEN, written } from './stamp.ts';
import { wait } from './wait.ts';

export interface Party {
  conversation: Conversation;
  /** Who sits on each seat: several of one person's sockets have the same number. */
  sides: number[];
  seats: Seat[];
  /** By listener. */
  ledgers: Ledger[];
  /** How much each person has said. */
  counts: number[];
  /** When somebody last heard something. */
  heardAt: number;
}

export interface Company {
  /** One person for each seat; two people who both speak, when nothing else is said. */
  sides?: number[];
  speakers?: number[];
  more?: Partial<Omit<Ears, 'text'>>;
}

/** What the judging costs is measured against runs without it: `count` counts only, `time` measures latency, too. */
const unjudged = __ENV['CHATPROOF_UNJUDGED'];
const MEET_WITHIN = 10_000;

/** Everybody joins and is greeted until they have heard so; undefined when they cannot hear each other. */
export async function meet(
  conversation: Conversation,
  join: Join,
  { sides = [0, 1], speakers = [0, 1], more = {} }: Company = {},
): Promise<Party | undefined> {
  const ledgers = sides.map((side) => {
    const other = speakers.find((one) => one !== side) ?? WRITTEN;
    return ledgerOf(conversation.id, side, headsOf(plan.run, conversation.id, other));
  });
  const party = { conversation, sides, ledgers, counts: conversation.people.map(() => 0), heardAt: 0 };
  const deaf = new Set(sides.keys());
  for (const [seat, side] of sides.entries()) if (speakers.every((one) => one === side)) deaf.delete(seat);
  const coming = sides.map((side, seat) =>
    join(conversation, side, earsOf(party, { seat, more, greeted: () => deaf.delete(seat) })),
  );
  const seats = (await Promise.all(coming)).filter((seat) => seat !== undefined);
  const began = Date.now();
  while (seats.length === sides.length && Date.now() - began < MEET_WITHIN) {
    if (deaf.size === 0) {
      introduced(conversation);
      for (const [seat, side] of sides.entries()) came({ conversation, side, seat });
      return Object.assign(party, { seats });
    }
    for (const one of speakers) {
      const listens = [...deaf].some((seat) => sides[seat] !== one);
      if (listens) seats[sides.indexOf(one)]?.say(stamped(conversation.id, one, -1, 0));
    }
    for (let turn = 0; turn < 20 && deaf.size > 0; turn += 1) await wait(20);
  }
  for (const seat of seats) seat.leave();
  metrics.errors.add(1, { kind: 'unmet' });
  return undefined;
}

interface Listening {
  seat: number;
  more: Company['more'];
  greeted(): void;
}

export function earsOf(party: Omit<Party, 'seats'>, { seat, more, greeted }: Listening): Ears {
  const { conversation } = party;
  const ledger = party.ledgers[seat];
  const place = { conversation, side: party.sides[seat] ?? 0, seat };
  return {
    text(text) {
      if (unjudged !== undefined && typeof text === 'string' && !text.includes(' -1 ')) {
        if (unjudged === 'count') return metrics.delivered.add(1);
        return arrived(Number(text.slice(text.lastIndexOf(' '))), Date.now());
      }
      const due = ledger?.next(text);
      if (due !== undefined) {
        party.heardAt = Date.now();
        if (journalled) listened(place, conversation.id, String(text));
        return arrived(due, party.heardAt);
      }
      const stamp = stampOf(text);
      if (stamp === undefined) return;
      party.heardAt = Date.now();
      const finding = ledger?.heard(stamp);
      if (journalled && isTold(finding, stamp)) listened(place, stamp.conversation, String(text));
      else if (journalled && finding === 'foreign') overheard(place, stamp);
      if (finding === 'delivered') arrived(stamp.scheduledAt, party.heardAt);
      else if (finding === 'reordered') {
        arrived(stamp.scheduledAt, party.heardAt);
        metrics.wrong.reordered.add(1);
      } else if (finding === 'greeting') greeted();
      else if (finding === 'duplicated' || finding === 'foreign') metrics.wrong[finding].add(1);
    },
    receipt: () => undefined,
    file: () => undefined,
    typing: () => undefined,
    ...more,
  };
}

/** What one hears of oneself nobody judges here, and greetings are said again and again. */
function isTold(finding: Finding | undefined, { n }: Stamp): boolean {
  return finding !== undefined && finding !== 'own' && n >= 0;
}

function arrived(scheduledAt: number, at: number): void {
  const ms = at > scheduledAt ? at - scheduledAt : 0;
  metrics.delivered.add(1);
  metrics.delivery.add(ms);
  if (watched) noted(ms, at);
}

export const stampOf: (text: unknown) => Stamp | undefined = reading(plan.run);

export function stamped(conversation: number, sender: number, n: number, scheduledAt: number): string {
  return written({ run: plan.run, conversation, sender, n, scheduledAt });
}

/** Takes down that a person has said their next message, which everybody else has to hear. */
export function said({ sides, ledgers, counts }: Party, sender: number, lateness: number): void {
  counts[sender] = (counts[sender] ?? 0) + 1;
  let hearing = 0;
  for (let seat = 0; seat < sides.length; seat += 1) {
    if (sides[seat] === sender) continue;
    ledgers[seat]?.sent();
    hearing += 1;
  }
  metrics.sent.add(hearing);
  metrics.lag.add(Math.max(0, lateness));
}

/** The next message of a person. */
export function say(party: Party, sender: number, scheduledAt: number): void {
  const { conversation, sides, seats, counts } = party;
  const text = stamped(conversation.id, sender, counts[sender] ?? 0, scheduledAt);
  const lateness = Date.now() - scheduledAt;
  const seat = sides.indexOf(sender);
  if (seats[seat]?.say(text) === true) {
    spoke({ conversation, side: sender, seat }, text);
    said(party, sender, lateness);
  } else metrics.errors.add(1, { kind: 'unsent' });
}

/** Everybody goes; what they have not heard by now is lost. */
export function part(parties: Party[]): void {
  for (const { seats, ledgers } of parties) {
    for (const seat of seats) seat.leave();
    for (const ledger of ledgers) metrics.lost.add(ledger.missing);
  }
}
