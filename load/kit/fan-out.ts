// One person writes, and many sockets have to hear it: a group, or all sockets of the other person.
import { allMeet, awaited } from './conversation.ts';
import { drained } from './drain.ts';
import { pace } from './pace.ts';
import { part, say } from './party.ts';
import type { Conversation } from './plan.ts';
import { plan } from './run.ts';
import type { Join } from './seat.ts';
import { play, type Story } from './story.ts';

/** How many sockets the other one of two people has. */
const SOCKETS = 20;

/** In groups where the dialect has them, else between two people with many sockets. */
export function fanOut(join: Join): Promise<void> {
  return plan.groups.length > 0 ? play(fanningOut(join), plan.groups) : play(fanningOut(join), few());
}

/** The rate is one of deliveries: a message to twenty sockets is twenty of them. */
export function fanningOut(join: Join): Story {
  return async (conversations, share) => {
    const sides = seatsOf(conversations);
    const parties = await allMeet(conversations, join, { sides, speakers: [0] });
    if (parties.length > 0)
      await pace(share / (sides.length - 1), (n, scheduledAt) => {
        const party = parties[n % parties.length];
        if (party !== undefined) say(party, 0, scheduledAt);
      });
    await drained(awaited(parties));
    part(parties);
  };
}

/** As many sockets in all as two for each conversation would be. */
function few(): Conversation[] {
  const all = plan.conversations;
  return all.slice(0, Math.max(1, Math.round((all.length * 2) / (SOCKETS + 1))));
}

function seatsOf([first]: Conversation[]): number[] {
  const { people = [] } = first ?? {};
  return people.length > 2 ? [...people.keys()] : [0, ...Array.from({ length: SOCKETS }, () => 1)];
}
