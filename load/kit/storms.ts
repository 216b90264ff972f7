// Everybody comes at once, again and again.
import { awaited } from './conversation.ts';
import { drained } from './drain.ts';
import { judged } from './history.ts';
import { came, spoke, went } from './journal.ts';
import * as metrics from './metrics.ts';
import { earsOf, meet, type Party, part, say, stamped } from './party.ts';
import { plan } from './run.ts';
import { secondsOf } from './schedule.ts';
import type { Join, Read } from './seat.ts';
import { WRITTEN } from './stamp.ts';
import type { Story } from './story.ts';
import { wait } from './wait.ts';

/** Seconds from one storm to the next. */
const EVERY = 5;
/** Messages that are written to who is away. */
const MEANWHILE = 5;
const BACK_WITHIN = 10_000;

/** Everybody connects, has to hear one message, and leaves. */
export function connectStorm(join: Join): Story {
  return (conversations) =>
    storms(async () => {
      const met = await Promise.all(conversations.map((one) => meet(one, join)));
      const parties = met.filter((party) => party !== undefined);
      for (const party of parties) for (const side of [0, 1]) say(party, side, Date.now());
      await drained(awaited(parties));
      part(parties);
    });
}

/** One of each two loses the connection, is written to, comes back with all others, and wants to see it. */
export function reconnectStorm(join: Join, read: Read): Story {
  return async (conversations) => {
    const met = await Promise.all(conversations.map((one) => meet(one, join)));
    const parties = met.filter((party) => party !== undefined);
    let round = 0;
    await storms(async () => {
      for (const { conversation, seats } of parties) {
        went({ conversation, side: 1, seat: 1 });
        seats[1]?.leave();
      }
      await Promise.all(parties.map((party) => away(party, round, { join, read })));
      for (const party of parties) say(party, 0, Date.now());
      await drained(awaited(parties));
      round += 1;
    });
    part(parties);
  };
}

async function away(party: Party, round: number, { join, read }: { join: Join; read: Read }): Promise<void> {
  const { conversation, seats } = party;
  const [from, to] = [round * MEANWHILE, (round + 1) * MEANWHILE];
  for (let n = from; n < to; n += 1) {
    const text = stamped(conversation.id, WRITTEN, n, Date.now());
    if (seats[0]?.say(text) === true) spoke({ conversation, side: 0, seat: 0 }, text);
    else metrics.errors.add(1, { kind: 'unsent' });
  }
  let back = false;
  const greeted = (): void => {
    back = true;
  };
  const coming = join(conversation, 1, earsOf(party, { seat: 1, more: {}, greeted }));
  await judged(read, conversation, { side: 1, from, to });
  const seat = await coming;
  if (seat !== undefined) seats[1] = seat;
  // Who has just connected is not back before they hear something.
  const until = Date.now() + BACK_WITHIN;
  for (let turn = 0; seat !== undefined && Date.now() < until; turn += 1) {
    if (back) return came({ conversation, side: 1, seat: 1 });
    if (turn % 20 === 0) seats[0]?.say(stamped(conversation.id, 0, -1, 0));
    await wait(20);
  }
  metrics.errors.add(1, { kind: 'unmet' });
}

/** As many as the profile has time for; the first at once. */
async function storms(storm: () => Promise<void>): Promise<void> {
  const ends = Date.now() + secondsOf(plan.profile.rate) * 1000;
  do {
    const next = Date.now() + EVERY * 1000;
    await storm();
    if (next >= ends) return;
    await wait(Math.max(0, next - Date.now()));
  } while (Date.now() < ends);
}
