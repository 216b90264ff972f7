// Files go up, are announced, and have to come down as they were.
import { allMeet, awaited } from './conversation.ts';
import { drained } from './drain.ts';
import { fetched } from './http.ts';
import { spoke } from './journal.ts';
import * as metrics from './metrics.ts';
import { pace } from './pace.ts';
import { type Party, part, said, stamped, stampOf } from './party.ts';
import type { Person } from './plan.ts';
import type { Join } from './seat.ts';
import type { Story } from './story.ts';

/** One file for so many deliveries of the profile's rate. */
const SELDOM = 20;
const BYTES = 20_000;

export function sharing(join: Join): Story {
  return async (conversations, share) => {
    const people = new Map(conversations.map(({ id, people }) => [id, people]));
    const downloads: Promise<void>[] = [];
    const file = (text: unknown, url: unknown): void => {
      const stamp = stampOf(text);
      if (stamp === undefined || stamp.n < 0 || stamp.sender !== 0) return;
      const who = people.get(stamp.conversation)?.[1];
      if (who !== undefined) downloads.push(downloaded(who, url, picture(stamp.conversation, stamp.n)));
    };
    const parties = await allMeet(conversations, join, { more: { file } });
    // One after the other in each conversation: uploads of one person may overtake each other.
    const lines = parties.map(() => Promise.resolve());
    if (parties.length > 0)
      await pace(share / SELDOM, (n, scheduledAt) => {
        const at = n % parties.length;
        const party = parties[at];
        if (party === undefined) return;
        lines[at] = (lines[at] ?? Promise.resolve()).then(() => shared(party, scheduledAt));
      });
    await Promise.all(lines);
    await drained(awaited(parties));
    await Promise.all(downloads);
    part(parties);
  };
}

async function shared(party: Party, scheduledAt: number): Promise<void> {
  const { conversation, seats, counts } = party;
  const n = counts[0] ?? 0;
  const lateness = Date.now() - scheduledAt;
  const text = stamped(conversation.id, 0, n, scheduledAt);
  const sending = (): void => {
    spoke({ conversation, side: 0, seat: 0 }, text);
    said(party, 0, lateness);
  };
  const went = await seats[0]?.share?.(text, picture(conversation.id, n), sending);
  if (went !== true) metrics.errors.add(1, { kind: 'upload' });
}

async function downloaded(who: Person, url: unknown, bytes: ArrayBuffer): Promise<void> {
  const began = Date.now();
  const got = await fetched(who, url);
  metrics.download.add(Date.now() - began);
  if (got === undefined) metrics.errors.add(1, { kind: 'download' });
  else if (!isSame(got, bytes)) metrics.errors.add(1, { kind: 'changed file' });
}

/** Bytes that no other message has, after the first ones of a PNG. */
function picture(conversation: number, n: number): ArrayBuffer {
  const bytes = new Uint8Array(BYTES);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  for (let at = 8; at < BYTES; at += 1) bytes[at] = (at * 31 + conversation * 7 + n * 13) & 0xff;
  return bytes.buffer;
}

function isSame(one: ArrayBuffer, other: ArrayBuffer): boolean {
  const [left, right] = [new Uint8Array(one), new Uint8Array(other)];
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
