// Counts of unread messages, as connecting to a notification socket tells them.
import { eventually } from '../kit/eventually.ts';
import { expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import type { Actor, Cast } from './cast.ts';

/** What is unread of one person, or of everybody. */
export async function unread(cast: Cast, person: Actor, other?: Actor): Promise<number> {
  const bell = await cast.bell(person, other);
  const count = await given('No count came on connecting', () => bell.count());
  await bell.leave();
  return count;
}

/** The same before anything is done: asking must not change it, or nothing can be told from it. */
export async function unreadBefore(cast: Cast, person: Actor, other?: Actor): Promise<number> {
  const [first, second] = [await unread(cast, person, other), await unread(cast, person, other)];
  if (first === second) return first;
  throw new Unmet(`Asking for the count of ${person.who} twice told ${first} and ${second}.`);
}

/** What was left is counted, and stays so when it is asked for: otherwise nothing can be told from what comes next. */
export async function counted(
  cast: Cast,
  wanted: number,
  { person, other }: { person: Actor; other?: Actor },
): Promise<void> {
  const of = { person, ...(other === undefined ? {} : { other }), when: 'after what was left' };
  await given('The messages were not counted', async () => {
    await expectUnread(cast, wanted, of);
    await expectUnread(cast, wanted, of);
  });
}

/** The count comes to be this; a target may need a moment for it. */
export async function expectUnread(
  cast: Cast,
  wanted: number,
  { person, other, when }: { person: Actor; other?: Actor; when: string },
): Promise<void> {
  let last = Number.NaN;
  await eventually(cast.world, async () => {
    last = await unread(cast, person, other);
    return last === wanted ? true : undefined;
  });
  const of = other === undefined ? 'in all' : `of ${other.who}`;
  expectTrue(last === wanted, `${person.who} has ${last} unread messages ${of} ${when}, not ${wanted}`, {
    expected: `an unread_count of ${wanted} ${of}`,
    received: `${last}`,
  });
}
