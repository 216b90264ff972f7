// What is unread, while alice writes on several sockets at once, and bob comes in to read, and leaves.
import { Unmet } from '../kit/failure.ts';
import type { Verbs } from '../kit/verbs.ts';
import { type Chance, chanceOf } from './chance.ts';
import { heardBy } from './crowd.ts';
import { type Recorder, recorderOf, type Seat } from './recorder.ts';

const longestBurst = 6;

export async function counting(
  verbs: Verbs,
  unread: NonNullable<Verbs['unread']>,
  { messages }: { messages: number },
): Promise<Recorder> {
  const { seed } = verbs.world.context;
  const chance = chanceOf(seed, `counting ${verbs.world.dialect.name}`);
  const recorder = recorderOf(verbs);
  const seats: Seat[] = [];
  for (const at of [1, 2, 3]) seats.push(await recorder.join(`alice ${at}`, 'alice'));
  const [first, second] = [await unread('bob'), await unread('bob')];
  if (first !== second)
    throw new Unmet(`Asking for the count of bob twice told ${first} and ${second}: nothing can be counted.`);
  await recorder.count('bob', () => true);
  let round = 0;
  const talk = (meanwhile: Talk['meanwhile']): Promise<number> => {
    round += 1;
    return writes(verbs, recorder, { seats, chance, messages, round, meanwhile });
  };

  // He is away: each counts.
  const before = first + (await talk(() => unread('bob')));
  await recorder.count('bob', (value) => value === before);
  // He reads while they come: whatever came in this time may count or not, and nothing else.
  const reader = await recorder.join('bob 1', 'bob');
  const most = await talk(async (texts) => {
    await heardBy(reader.party.ear, texts)();
    recorder.readAll(reader);
  });
  recorder.readAll(reader);
  await recorder.leave(reader, 'cleanly');
  const left = await recorder.count('bob', (value) => value <= most);
  const after = left + (await talk(() => unread('bob')));
  await recorder.count('bob', (value) => value === after);
  // He reads when nothing comes.
  const last = await recorder.join('bob 1', 'bob');
  recorder.readAll(last);
  await recorder.leave(last, 'cleanly');
  await recorder.count('bob', (value) => value === 0);
  return recorder;
}

interface Talk {
  seats: readonly Seat[];
  chance: Chance;
  messages: number;
  round: number;
  /** Done again and again while these are on their way. */
  meanwhile(texts: readonly string[]): Promise<unknown>;
}

/** All sockets write at once; every message is stored when this returns how many there were. */
async function writes(
  verbs: Verbs,
  recorder: Recorder,
  { seats, chance, messages, round, meanwhile }: Talk,
): Promise<number> {
  const texts: string[] = [];
  while (texts.length < messages) {
    const known = texts.length;
    for (const seat of seats)
      for (let left = 1 + chance.below(longestBurst); left > 0; left -= 1) {
        const text = `${recorder.mark}${round}-${texts.length + 1}`;
        texts.push(text);
        recorder.say(seat, text);
      }
    await meanwhile(texts.slice(known));
  }
  const shown = new Set((await verbs.history?.('alice'))?.map(({ text }) => text));
  const missing = texts.filter((text) => !shown.has(text));
  if (missing.length > 0)
    throw new Unmet(
      `${missing.length} of ${texts.length} messages are not in the history: what is unread cannot be told.`,
    );
  return texts.length;
}
