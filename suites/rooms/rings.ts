// Proof that a notification socket stays silent. Its frames do not say which message they are about, so they are
// counted: before, in between and after messages for which the socket has to ring.
import { Failure, Unmet } from '../kit/failure.ts';
import { fence } from '../kit/fence.ts';
import { show } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import type { Actor, Cast } from './cast.ts';
import { unread } from './counts.ts';
import type { Bell } from './seat.ts';

export interface Watched {
  bell: Bell;
  owner: Actor;
  /** How often it rings when `rightly` is done once. */
  times: number;
}

/** The notification sockets of bob that a message of alice rings. */
export async function bells({ bell, alice, bob }: Cast): Promise<[ofAll: Bell, ofOne: Bell]> {
  return [await bell(bob), await bell(bob, alice)];
}

/** Waits until the socket has rung this often, or patience ends. */
export function rung(bell: Bell, since: number, times: number): Promise<true | undefined> {
  return bell.until(() => (bell.rung(since) >= times ? true : undefined));
}

/** The same for what is not in question. */
export async function rang(bell: Bell, since: number, times: number): Promise<void> {
  if ((await rung(bell, since, times)) !== true)
    throw new Unmet(
      `${bell.who} was told of ${bell.rung(since)} new messages on ${bell.where}, where ${times} had come.`,
    );
}

/** What was on its way to this person has come once something newer has. */
export async function roundTrip({ bell, getConversations }: Cast, owner: Actor): Promise<void> {
  await getConversations(owner);
  await (await bell(owner)).leave();
}

/** It rings although nobody in this check has written to anybody. */
export async function ringsByItself(bell: Bell): Promise<boolean> {
  const since = bell.mark;
  const rung = await bell.until(() => (bell.rung(since) > 0 ? true : undefined), bell.world.patience.ms / 4);
  return rung === true;
}

/** It rings for what other people say to one another: what is unread of its owner stays the same. */
async function ringsForStrangers(cast: Cast, { bell, owner }: Watched): Promise<Heard | undefined> {
  const before = await unread(cast, owner);
  const since = bell.mark;
  if (!(await ringsByItself(bell)) || (await unread(cast, owner)) !== before) return undefined;
  return bell.all(bell.ringName, undefined, since)[0];
}

/** The sockets ring for what is done `rightly`, and not for what is done in between. */
export async function silentDuring(
  cast: Cast,
  watched: readonly Watched[],
  {
    rightly,
    act,
    what,
    strangersToo = false,
  }: {
    rightly(): Promise<unknown>;
    act(): Promise<unknown>;
    what: string;
    /** What people outside this check say to one another counts, too. */
    strangersToo?: boolean;
  },
): Promise<void> {
  const start = watched.map(({ bell }) => bell.mark);
  const settle = async (): Promise<void> => {
    for (const { owner } of watched) await roundTrip(cast, owner);
  };
  const round = async (rounds: number): Promise<void> => {
    await rightly();
    for (const [at, { bell, times }] of watched.entries()) await rang(bell, start[at] ?? 0, rounds * times);
    await settle();
  };
  const surplus = (rounds: number): Heard | undefined =>
    watched.flatMap(({ bell, times }, at) =>
      bell.all(bell.ringName, undefined, start[at]).slice(rounds * times),
    )[0];

  await round(1);
  if (surplus(1) !== undefined && strangersToo)
    for (const one of watched) expectNone(await ringsForStrangers(cast, one), 'a message of other people');
  if (surplus(1) !== undefined)
    throw new Unmet('A message is announced more than once, so that counting announcements tells nothing.');
  await act();
  await settle();
  expectNone(surplus(1), what);
  for (const { bell } of watched.slice(0, 1)) await fence('cross', bell, () => round(2));
  expectNone(surplus(2), what);
}

function expectNone(heard: Heard | undefined, what: string): void {
  if (heard === undefined) return;
  heard.entry.offending = true;
  throw new Failure({
    expected: `${heard.entry.who} is not told of ${what}`,
    received: show(heard.value),
    because: `${heard.entry.who} was told of ${what} as of a new message`,
  });
}
