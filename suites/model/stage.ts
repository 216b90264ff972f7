// The real side of a run: fresh people, their sockets, and everything that these have heard.
import type { Dialect } from '../../specs/kit/dialect.ts';
import type { BesideNews, BesideSeat, Member, Place } from '../kit/beside.ts';
import type { Driver } from '../kit/driver.ts';
import { Unmet } from '../kit/failure.ts';
import { startJournal } from '../kit/journal.ts';
import type { Shared } from '../kit/judge.ts';
import type { Trio } from '../kit/lease.ts';
import { startLedger } from '../kit/passive.ts';
import type { Patience } from '../kit/patience.ts';
import type { Socket } from '../kit/socket.ts';
import { secretsOf } from '../kit/target.ts';
import type { News, Party, Role, Verbs } from '../kit/verbs.ts';
import { openWorld, type World } from '../kit/world.ts';

/** One socket of somebody, with what it heard in the words of the model. */
export interface LiveEar {
  label: string;
  who: Role | 'carol';
  party: Party | undefined;
  out: Socket;
  ear: Socket;
  news: News[];
  /** What it heard of conversations beside that of the two. */
  aside: BesideNews[];
  /** Takes in what has come since it was last asked. */
  listen(): News[];
}

/** How everything begins that the driver says of its own accord. */
export const probe = 'probe';

export interface Stage {
  dialect: Dialect;
  verbs: Verbs;
  world: World;
  ears: LiveEar[];
  enter(label: string, who: Role): Promise<LiveEar>;
  overhear(): Promise<void>;
  /** The seats that were taken so far, by who has them and where. */
  seats: Map<string, BesideSeat>;
  seat(who: Member, place: Place): Promise<BesideSeat>;
  close(): Promise<void>;
}

export function openStage(
  { shared, driver }: { shared: Shared; driver: Driver<unknown> },
  { trio, patience, mark }: { trio: Trio; patience: Patience; mark: string },
): Stage {
  const { context, dialect, run } = shared;
  let texts = 0;
  const world = openWorld({
    context,
    dialect,
    target: context.target,
    patience,
    journal: startJournal(secretsOf(trio.people)),
    ledger: startLedger(() => true),
    run,
    people: trio.people,
    // What the driver itself has to say, to see that somebody is there.
    text() {
      texts += 1;
      return `${probe} ${mark}p${texts}`;
    },
  });
  const verbs = driver.verbs(driver.cast(world, trio));
  const stage: Stage = {
    dialect,
    verbs,
    world,
    ears: [],
    async enter(label, who) {
      const party = await verbs.join(who);
      const live = listening(verbs, { label, who, party, out: party.out, ear: party.ear });
      stage.ears.push(live);
      return live;
    },
    async overhear() {
      const socket = await verbs.outsider?.();
      if (socket === undefined) return;
      const carol = { label: 'carol', who: 'carol', party: undefined, out: socket, ear: socket } as const;
      stage.ears.push(listening(verbs, carol));
    },
    seats: new Map(),
    async seat(who, place) {
      const key = `${who} ${place}`;
      const seat = stage.seats.get(key) ?? (await verbs.beside?.enter(who, place));
      if (seat === undefined) throw new Unmet(`${who} can say nothing beside the conversation of the two.`);
      stage.seats.set(key, seat);
      return seat;
    },
    close: () => world.clear(),
  };
  return stage;
}

function listening(verbs: Verbs, parts: Omit<LiveEar, 'news' | 'aside' | 'listen'>): LiveEar {
  const news: News[] = [];
  const aside: BesideNews[] = [];
  const read = new Map([...new Set([parts.ear, parts.out])].map((socket) => [socket, 0]));
  return {
    ...parts,
    news,
    aside,
    listen() {
      for (const [socket, from] of read) {
        for (const heard of socket.heard.slice(from)) {
          const told = verbs.newsOf(heard);
          if (told !== undefined) news.push(told);
          const besides = verbs.beside?.newsOf(heard);
          if (besides !== undefined) aside.push(besides);
        }
        read.set(socket, socket.heard.length);
      }
      return news;
    },
  };
}
