// The pending list of a group message: who has not acknowledged it.
import { Failure, given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Message } from './chat.ts';
import type { Actor } from './driver.ts';
import { itemOf } from './fetched.ts';
import type { Item } from './inbox.ts';

/** The numbers in the list but the author's, whose place in it is another requirement's business. */
export function pendingOf(items: readonly Item[], message: Message): Set<string> {
  const item = itemOf(items, message);
  if (item === undefined) throw new Unmet('The message is not fetched.');
  if (!Array.isArray(item.pending)) throw new Unmet(`The pending list is no array: ${show(item.pending)}.`);
  const numbers = new Set(item.pending.map((number: unknown) => String(number)));
  numbers.delete(message.author.phone);
  return numbers;
}

export function isPending(items: readonly Item[], message: Message, people: readonly Actor[]): boolean {
  const pending = pendingOf(items, message);
  return pending.size === people.length && people.every(({ phone }) => pending.has(phone));
}

export function expectPending(items: readonly Item[], message: Message, people: readonly Actor[]): void {
  if (isPending(items, message, people)) return;
  const names = people.map(({ who }) => who).join(' and ');
  throw new Failure({
    expected: `pending holds the numbers of ${names} (${people.map(({ phone }) => phone).join(', ')})`,
    received: [...pendingOf(items, message)].join(', ') || 'nobody',
    because: `the pending list does not hold exactly ${names}`,
  });
}

/** What a check needs before somebody acknowledges anything: these people are in the list. */
export async function listed(
  items: readonly Item[],
  message: Message,
  people: readonly Actor[],
): Promise<void> {
  await given('The pending list is not as described', async () => expectPending(items, message, people));
}
