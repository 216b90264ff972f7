// Everybody at once: alice and bob, each with one to three sockets, say things, leave, come back and look.
import { Unmet } from '../kit/failure.ts';
import type { Socket } from '../kit/socket.ts';
import type { Role, Verbs } from '../kit/verbs.ts';
import { type Chance, chanceOf } from './chance.ts';
import { echoes } from './promises.ts';
import { type Recorder, recorderOf, type Seat } from './recorder.ts';

export interface CrowdSize {
  /** How many messages are said in all. */
  messages: number;
}

const roles = ['alice', 'bob'] as const;
const longestBurst = 8;

export async function crowd(verbs: Verbs, { messages }: CrowdSize): Promise<Recorder> {
  const { world } = verbs;
  const recorder = recorderOf(verbs);
  const chance = chanceOf(world.context.seed, `crowd ${world.dialect.name}`);
  // The first socket of each stays, so that somebody always listens.
  const plans = roles.flatMap((who) => {
    const count = 2 + chance.below(2);
    return Array.from({ length: count }, (_, at) => ({ who, name: `${who} ${at + 1}`, stays: at === 0 }));
  });
  if (verbs.outsider !== undefined) recorder.overhear('carol', await verbs.outsider());
  const seats: Seat[] = [];
  for (const { name, who } of plans) seats.push(await recorder.join(name, who));
  const share = Math.ceil(messages / plans.length);
  await Promise.all(
    plans.map(async ({ stays }, at) => {
      const own = chanceOf(world.context.seed, `crowd ${world.dialect.name} ${at}`);
      await takePart({ recorder, seats, at, stays, chance: own, messages: share });
    }),
  );
  await settle(verbs, recorder, seats);
  for (const who of roles) await recorder.view(who);
  return recorder;
}

interface Part {
  recorder: Recorder;
  seats: Seat[];
  at: number;
  stays: boolean;
  chance: Chance;
  messages: number;
}

async function takePart({ recorder, seats, at, stays, chance, messages }: Part): Promise<void> {
  let said = 0;
  while (said < messages) {
    let seat = seats[at];
    if (seat === undefined) return;
    if (!seat.party.out.isOpen || !seat.party.ear.isOpen) {
      seat = await recorder.join(seat.name, seat.who);
      seats[at] = seat;
    }
    const texts = Array.from({ length: 1 + chance.below(longestBurst) }, (_, n) =>
      textOf(recorder, at, said + n),
    );
    const arrival = heardBy(listenerTo(seat.who, seats), texts);
    for (const text of texts) if (seat.party.out.isOpen) recorder.say(seat, text);
    said += texts.length;
    const what = chance.below(12);
    // Now and then a socket goes while its messages are on their way: they may never arrive, and nobody waits for them.
    if (!stays && what < 2) {
      await recorder.leave(seat, what === 0 ? 'cleanly' : 'abruptly');
      seats[at] = await recorder.join(seat.name, seat.who);
      continue;
    }
    if (what === 2) await glance(recorder, seat.who);
    await arrival();
  }
}

/** A look in between; it may fail because the socket that it goes over leaves. The last looks must not. */
export async function glance(recorder: Recorder, who: Role): Promise<void> {
  try {
    await recorder.view(who);
  } catch (error) {
    if (!(error instanceof Unmet)) throw error;
  }
}

const textOf = ({ mark }: Recorder, at: number, n: number): string => `${mark}${'abcdef'[at] ?? at}${n + 1}`;

export function listenerTo(who: Role, seats: readonly Seat[]): Socket | undefined {
  return seats.find((seat) => seat.who !== who)?.party.ear;
}

/**
 * From now on: waits until the socket has heard one of the texts, so that a slow target is not buried; or until it does
 * not.
 */
export function heardBy(ear: Socket | undefined, texts: readonly string[]): () => Promise<boolean> {
  let at = ear?.mark ?? 0;
  return async () => {
    const found = await ear?.until(() => {
      for (; at < ear.heard.length; at += 1)
        if (texts.some((text) => ear.heard[at]?.entry.what.includes(text) === true)) return true;
      return undefined;
    });
    return found === true;
  };
}

/**
 * Everybody says a last thing, three times over: who has heard all of that has heard all that he is going to. One of
 * the three would not do: the other two are messages like any other, and may still be on their way.
 */
export async function settle(verbs: Verbs, recorder: Recorder, seats: readonly Seat[]): Promise<void> {
  const open = seats.filter(({ party }) => party.out.isOpen && party.ear.isOpen);
  const echo = echoes(verbs.world.dialect);
  const last = open.map((seat) => ({
    seat,
    texts: [1, 2, 3].map((n) => `${recorder.mark}last of ${seat.name}-${n}`),
  }));
  const waits = open.flatMap((listener) =>
    last
      .filter(({ seat }) => echo || seat.who !== listener.who)
      .map(({ texts }) => countHeard(listener.party.ear, texts)),
  );
  const heard = (): number => open.reduce((sum, { party }) => sum + party.ear.mark, 0);
  for (const { seat, texts } of last) for (const text of texts) recorder.say(seat, text);
  const counts = await Promise.all(waits.map((wait) => wait()));
  if (counts.every((count) => count === 3)) verbs.world.fences.push('strong');
  else {
    if (counts.every((count) => count === 0))
      throw new Unmet('Nothing of what everybody said last arrived anywhere, so that nothing can be judged.');
    // Something is missing somewhere: that counts once nobody has heard anything for as long as patience lasts.
    const [ear] = open.map(({ party }) => party.ear);
    for (let before = -1; before !== heard(); ) {
      before = heard();
      await ear?.until(() => undefined);
    }
    verbs.world.fences.push('quiet');
  }
  recorder.settled();
}

/** How many of the texts the socket has heard, once it has heard them all or does not. */
function countHeard(ear: Socket, texts: readonly string[]): () => Promise<number> {
  let at = ear.mark;
  const missing = new Set(texts);
  return async () => {
    await ear.until(() => {
      for (; at < ear.heard.length; at += 1)
        for (const text of missing)
          if (ear.heard[at]?.entry.what.includes(text) === true) missing.delete(text);
      return missing.size === 0 ? true : undefined;
    });
    return texts.length - missing.size;
  };
}
