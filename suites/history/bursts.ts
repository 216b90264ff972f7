// What the crowds that change things have in common: two sockets each, and messages in short bursts.
import type { Chance } from './chance.ts';
import { heardBy, listenerTo } from './crowd.ts';
import type { Recorder, Seat } from './recorder.ts';

const longestBurst = 4;

export async function twoSocketsEach(recorder: Recorder): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (const at of [1, 2])
    for (const who of ['alice', 'bob'] as const) seats.push(await recorder.join(`${who} ${at}`, who));
  return seats;
}

/** Says a few texts, numbered after those before, and waits until the other has heard of them. Gives them. */
export async function sayBurst(
  recorder: Recorder,
  seats: readonly Seat[],
  { seat, chance, before }: { seat: Seat; chance: Chance; before: number },
): Promise<string[]> {
  const texts = Array.from(
    { length: 1 + chance.below(longestBurst) },
    (_, n) => `${recorder.mark}${seat.name} ${before + n + 1}`,
  );
  const arrival = heardBy(listenerTo(seat.who, seats), texts);
  for (const text of texts) recorder.say(seat, text);
  await arrival();
  return texts;
}
