// Everybody at once: alice and bob say things on two sockets each, and acknowledge what they hear of the other.
import type { Role, Verbs } from '../kit/verbs.ts';
import { sayBurst, twoSocketsEach } from './bursts.ts';
import { type Chance, chanceOf } from './chance.ts';
import { glance, settle } from './crowd.ts';
import { type Recorder, recorderOf, type Seat } from './recorder.ts';

const others: Record<Role, Role> = { alice: 'bob', bob: 'alice' };
type Said = Record<Role, string[]>;

export async function acknowledgers(verbs: Verbs, { messages }: { messages: number }): Promise<Recorder> {
  const { seed } = verbs.world.context;
  const recorder = recorderOf(verbs);
  const seats = await twoSocketsEach(recorder);
  const share = Math.ceil(messages / seats.length);
  const said: Said = { alice: [], bob: [] };
  const considered = new Set<string>();
  await Promise.all(
    seats.map((seat, at) =>
      takePart(recorder, seats, {
        seat,
        said,
        considered,
        messages: share,
        chance: chanceOf(seed, `acknowledgers ${verbs.world.dialect.name} ${at}`),
      }),
    ),
  );
  await settle(verbs, recorder, seats);
  for (const who of ['alice', 'bob'] as const) await recorder.forgets(who);
  return recorder;
}

interface Part {
  seat: Seat;
  said: Said;
  /** What somebody has acknowledged, or decided to leave. */
  considered: Set<string>;
  messages: number;
  chance: Chance;
}

async function takePart(
  recorder: Recorder,
  seats: readonly Seat[],
  { seat, said, considered, messages, chance }: Part,
): Promise<void> {
  for (let count = 0; count < messages && seat.party.out.isOpen; ) {
    const texts = await sayBurst(recorder, seats, { seat, chance, before: count });
    said[seat.who].push(...texts);
    count += texts.length;
    const heard = said[others[seat.who]].filter((text) => recorder.isUntouched(text));
    // Every second one stays for good: it must not go with the others.
    for (const text of heard.filter((one) => !considered.has(one))) {
      considered.add(text);
      if (chance.below(2) === 0) recorder.acknowledge(seat, text);
    }
    if (chance.below(3) === 0) await glance(recorder, seat.who);
  }
}
