// What is found among fetched messages, and waiting until it is.
import { eventually } from '../kit/eventually.ts';
import { Failure, given } from '../kit/failure.ts';
import { isObject, type Judge } from '../kit/match.ts';
import type { Message } from './chat.ts';
import type { Inbox, Item, Kind } from './inbox.ts';
import { instantOf } from './time.ts';

/** Everything that one fetch is answered with, where the answer itself is not what is judged. */
export function fetched(inbox: Inbox, kind: Kind = 'fetch_msgs'): Promise<Item[]> {
  return given('A fetch was not answered', () => inbox.fetch(kind));
}

/** The fetched message that is this one: by its text, or by what else names it when the text was changed. */
export function itemOf(items: readonly Item[], message: Message): Item | undefined {
  return (
    items.find((item) => item.message === message.text) ??
    items.find((item) => isNamed(message)(item) === true)
  );
}

/** A frame or a fetched message with the author and the time of this one. */
export function isNamed({ at, from }: Message): Judge {
  return (value) =>
    (isObject(value) && value['msg_from'] === from && instantOf(value['sent_timestamp']) === at) ||
    'is another message';
}

/** All of these messages are among the fetched ones. */
export function expectHeld(
  items: readonly Item[],
  messages: readonly Message[],
  because: string,
  blame: { requirement?: string } = {},
): void {
  const missing = messages.filter((message) => itemOf(items, message) === undefined);
  if (missing.length === 0) return;
  throw new Failure({
    expected:
      messages.length === 1 ? 'the message is fetched' : `all ${messages.length} messages are fetched`,
    received: `${items.length} messages, without ${missing.length} of these`,
    because,
    ...blame,
  });
}

export function expectNotHeld(items: readonly Item[], message: Message, because: string): void {
  if (itemOf(items, message) === undefined) return;
  throw new Failure({
    expected: 'the message is not fetched',
    received: `${items.length} messages, this one among them`,
    because,
  });
}

/** The same, or one with its text. */
export function isThis(message: Message): Judge {
  return (value) => (isObject(value) && value['message'] === message.text) || isNamed(message)(value);
}

/** A frame of whatever kind that has this message's text in it. */
export function showing({ text }: Message): Judge {
  return (value) => JSON.stringify(value).includes(text) || 'shows another message';
}

/** No document says how soon an acknowledgement counts: fetches until it is seen, or patience ends. */
export async function fetchedUntil(
  inbox: Inbox,
  kind: Kind,
  isSo: (items: Item[]) => boolean,
): Promise<{ isSo: boolean; items: Item[] }> {
  let items: Item[] = [];
  const found = await eventually(inbox.world, async () => {
    items = await fetched(inbox, kind);
    return isSo(items) || undefined;
  });
  return { isSo: found !== undefined, items };
}

/** Waits until a message that was acknowledged is not fetched any more. */
export async function expectGone(inbox: Inbox, kind: Kind, message: Message): Promise<Item[]> {
  const { isSo, items } = await fetchedUntil(inbox, kind, (all) => itemOf(all, message) === undefined);
  if (isSo) return items;
  throw new Failure({
    expected: 'a message that was acknowledged is not fetched any more',
    received: `${items.length} messages, this one among them`,
    because: `${inbox.who} still fetches a message that was acknowledged`,
  });
}

/** What a check needs before it acknowledges anything: the message can be fetched, and more than once. */
export async function waits(inbox: Inbox, kind: Kind, ...messages: Message[]): Promise<Item[]> {
  await fetched(inbox, kind);
  const items = await fetched(inbox, kind);
  await given('A message cannot be fetched', async () =>
    expectHeld(items, messages, 'a message that was saved is not there'),
  );
  return items;
}
