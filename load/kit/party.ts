// People who have joined one conversation, what each of them has to hear, and what was wrong with it.
import { type Ledger, ledgerOf } from './ledger.ts';
import { noted } from './limit.ts';
import * as metrics from './metrics.ts';
import type { Conversation } from './plan.ts';
import { plan } from './run.ts';
import type { Ears, Join, Seat } from './seat.ts';
import { read, type Stamp, written } from './stamp.ts';
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

const unjudged = __ENV['CHATPROOF_UNJUDGED'] === '1';
const MEET_WITHIN = 10_000;

/** Everybody joins and is greeted until they have heard so; undefined when they cannot hear each other. */
export async function meet(
  conversation: Conversation,
  join: Join,
  { sides = [0, 1], speakers = [0, 1], more = {} }: Company = {},
): Promise<Party | undefined> {
  const ledgers = sides.map((side) => ledgerOf(conversation.id, side));
  const party = { conversation, sides, ledgers, counts: conversation.people.map(() => 0), heardAt: 0 };
  const deaf = new Set(sides.keys());
  for (const [seat, side] of sides.entries()) if (speakers.every((one) => one === side)) deaf.delete(seat);
  const coming = sides.map((side, seat) =>
    join(conversation, side, earsOf(party, { seat, more, greeted: () => deaf.delete(seat) })),
  );
  const seats = (await Promise.all(coming)).filter((seat) => seat !== undefined);
  const began = Date.now();
  while (seats.length === sides.length && Date.now() - began < MEET_WITHIN) {
    if (deaf.size === 0) return Object.assign(party, { seats });
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
  return {
    text(text) {
      // What the judging costs is measured against a run without it.
      if (unjudged && !String(text).includes(' -1 ')) return metrics.delivered.add(1);
      const stamp = stampOf(text);
      if (stamp === undefined) return;
      party.heardAt = Date.now();
      for (const finding of party.ledgers[seat]?.heard(stamp) ?? []) {
        if (finding === 'greeting') greeted();
        else if (finding === 'delivered') arrived(stamp, party.heardAt);
        else if (finding !== 'own') metrics.wrong[finding].add(1);
      }
    },
    receipt: () => undefined,
    file: () => undefined,
    typing: () => undefined,
    ...more,
  };
}

function arrived({ scheduledAt }: Stamp, at: number): void {
  const ms = Math.max(0, at - scheduledAt);
  metrics.delivered.add(1);
  metrics.delivery.add(ms);
  noted(ms, at);
}

export function stampOf(text: unknown): Stamp | undefined {
  const stamp = read(text);
  return stamp?.run === plan.run ? stamp : undefined;
}

export function stamped(conversation: number, sender: number, n: number, scheduledAt: number): string {
  return written({ run: plan.run, conversation, sender, n, scheduledAt });
}

/** Takes down that a person has said their next message, which everybody else has to hear. */
export function said({ sides, ledgers, counts }: Party, sender: number, lateness: number): void {
  counts[sender] = (counts[sender] ?? 0) + 1;
  for (const [seat, side] of sides.entries()) {
    if (side === sender) continue;
    ledgers[seat]?.sent();
    metrics.sent.add(1);
  }
  metrics.lag.add(Math.max(0, lateness));
}

/** The next message of a person. */
export function say(party: Party, sender: number, scheduledAt: number): void {
  const { conversation, sides, seats, counts } = party;
  const text = stamped(conversation.id, sender, counts[sender] ?? 0, scheduledAt);
  const lateness = Date.now() - scheduledAt;
  if (seats[sides.indexOf(sender)]?.say(text) === true) said(party, sender, lateness);
  else metrics.errors.add(1, { kind: 'unsent' });
}

/** Everybody goes; what they have not heard by now is lost. */
export function part(parties: Party[]): void {
  for (const { seats, ledgers } of parties) {
    for (const seat of seats) seat.leave();
    for (const ledger of ledgers) metrics.lost.add(ledger.missing);
  }
}
