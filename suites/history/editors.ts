// Everybody at once: alice and bob say things on two sockets each, and edit and delete what they have said.
import type { Verbs } from '../kit/verbs.ts';
import { sayBurst, twoSocketsEach } from './bursts.ts';
import { type Chance, chanceOf } from './chance.ts';
import { glance, settle } from './crowd.ts';
import { type Recorder, recorderOf, type Seat } from './recorder.ts';

const recent = 10;

export async function editors(verbs: Verbs, { messages }: { messages: number }): Promise<Recorder> {
  const { seed } = verbs.world.context;
  const { name } = verbs.world.dialect;
  const recorder = recorderOf(verbs);
  const seats = await twoSocketsEach(recorder);
  const share = Math.ceil(messages / seats.length);
  await Promise.all(
    seats.map((seat, at) =>
      takePart(recorder, seats, { seat, messages: share, chance: chanceOf(seed, `editors ${name} ${at}`) }),
    ),
  );
  await settle(verbs, recorder, seats);
  for (const who of ['alice', 'bob'] as const) await recorder.viewAtLast(who);
  return recorder;
}

async function takePart(
  recorder: Recorder,
  seats: readonly Seat[],
  { seat, messages, chance }: { seat: Seat; messages: number; chance: Chance },
): Promise<void> {
  const said: string[] = [];
  while (said.length < messages && seat.party.out.isOpen) {
    said.push(...(await sayBurst(recorder, seats, { seat, chance, before: said.length })));
    // What is old is not shown any more where only the newest are.
    const untouched = said.slice(-recent).filter((text) => recorder.isUntouched(text));
    const one = untouched[chance.below(untouched.length)];
    const what = chance.below(8);
    if (one !== undefined && what < 3) await recorder.edit(seat, one, `${one}, edited`);
    else if (one !== undefined && what < 6) await recorder.remove(seat, one);
    else await glance(recorder, seat.who);
  }
}
