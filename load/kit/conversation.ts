// Everybody talks with one other person, and every delivery is judged.
import { drained } from './drain.ts';
import * as metrics from './metrics.ts';
import { pace } from './pace.ts';
import { type Company, meet, type Party, part, say } from './party.ts';
import type { Conversation } from './plan.ts';
import { type Notices, noticesOf } from './receipts.ts';
import type { Join } from './seat.ts';
import type { Story } from './story.ts';

export interface Talk {
  /** What a dialect tells about each message: every kind has to come once. */
  receipts?: string[];
  /** Says so before each message. */
  typing?: boolean;
}

const AT_ONCE = 25;

/** Pairs meet, talk at the rate of the profile, and listen until the last has come. */
export function conversing(join: Join, { receipts = [], typing = false }: Talk = {}): Story {
  return async (conversations, share) => {
    const notices = noticesOf(receipts);
    const more = { receipt: notices.heard, typing: () => metrics.typing.add(1) };
    const parties = await allMeet(conversations, join, { more });
    // Everybody writes from here on: a fault in what was said before is nobody's loss.
    await talk(parties, share, { typing, notices });
    await drained(awaited(parties, notices));
    part(parties);
    notices.close();
  };
}

/** A few at a time: the rush is another scenario. */
export async function allMeet(
  conversations: Conversation[],
  join: Join,
  company: Company = {},
): Promise<Party[]> {
  const parties: Party[] = [];
  for (let at = 0; at < conversations.length; at += AT_ONCE) {
    const few = conversations.slice(at, at + AT_ONCE).map((one) => meet(one, join, company));
    parties.push(...(await Promise.all(few)).filter((party) => party !== undefined));
  }
  return parties;
}

async function talk(
  parties: Party[],
  share: number,
  { typing, notices }: { typing: boolean; notices: Notices },
): Promise<void> {
  if (parties.length === 0) return;
  await pace(share, (n, scheduledAt) => {
    const party = parties[n % parties.length];
    if (party === undefined) return;
    const sender = Math.floor(n / parties.length) % 2;
    if (typing) party.seats[sender]?.type?.();
    const before = party.counts[sender] ?? 0;
    say(party, sender, scheduledAt);
    if (party.counts[sender] !== before) notices.expect(party.conversation.id, sender);
  });
}

export function awaited(
  parties: Party[],
  notices: Pick<Notices, 'missing' | 'heardAt'> = { missing: () => 0, heardAt: () => 0 },
): Parameters<typeof drained>[0] {
  return {
    complete: () =>
      notices.missing() === 0 &&
      parties.every(({ ledgers }) => ledgers.every(({ missing }) => missing === 0)),
    heardAt: () => parties.reduce((last, { heardAt }) => Math.max(last, heardAt), notices.heardAt()),
  };
}
