// Everybody at once: alice and bob say things on two sockets each, and acknowledge what they hear of the other.
import type { Role, Verbs } from '../kit/verbs.ts';
import { type Chance, chanceOf } from './chance.ts';
import { glance, heardBy, listenerTo, settle } from './crowd.ts';
import { type Recorder, recorderOf, type Seat } from './recorder.ts';

const longestBurst = 4;
const others: Record<Role, Role> = { alice: 'bob', bob: 'alice' };
type Said = Record<Role, string[]>;

export async function acknowledgers(verbs: Verbs, { messages }: { messages: number }): Promise<Recorder> {
  const { seed } = verbs.world.context;
  const recorder = recorderOf(verbs);
  const seats: Seat[] = [];
  for (const at of [1, 2])
    for (const who of ['alice', 'bob'] as const) seats.push(await recorder.join(`${who} ${at}`, who));
  const share = Math.ceil(messages / seats.length);
  const said: Said = { alice: [], bob: [] };
  await Promise.all(
    seats.map((seat, at) =>
      takePart(recorder, seats, {
        seat,
        said,
        messages: share,
        chance: chanceOf(seed, `acknowledgers ${verbs.world.dialect.name} ${at}`),
      }),
    ),
  );
  await settle(verbs, recorder, seats);
  for (const who of ['alice', 'bob'] as const) await recorder.forgets(who);
  return recorder;
}

async function takePart(
  recorder: Recorder,
  seats: readonly Seat[],
  { seat, said, messages, chance }: { seat: Seat; said: Said; messages: number; chance: Chance },
): Promise<void> {
  for (let count = 0; count < messages && seat.party.out.isOpen; ) {
    const texts = Array.from(
      { length: 1 + chance.below(longestBurst) },
      (_, n) => `${recorder.mark}${seat.name} ${count + n + 1}`,
    );
    const arrival = heardBy(listenerTo(seat.who, seats), texts);
    for (const text of texts) recorder.say(seat, text);
    said[seat.who].push(...texts);
    count += texts.length;
    await arrival();
    const heard = said[others[seat.who]].filter((text) => recorder.isUntouched(text));
    // Every second one stays: it must not go with the others.
    for (const text of heard) if (chance.below(2) === 0) recorder.acknowledge(seat, text);
    if (chance.below(3) === 0) await glance(recorder, seat.who);
  }
}
