// What is found among fetched messages, and waiting until it is.
import { eventually } from '../kit/eventually.ts';
import { Failure, given } from '../kit/failure.ts';
import { isObject, type Judge } from '../kit/match.ts';
import type { Message } from './chat.ts';
import type { Actor } from './driver.ts';
import type { Inbox, Item, Kind } from './inbox.ts';
import { instantOf } from './time.ts';

/** Everything that one fetch is answered with, where the answer itself is not what is judged. */
export function fetched(inbox: Inbox, kind: Kind = 'fetch_msgs'): Promise<Item[]> {
  return given('A fetch was not answered', () => inbox.fetch(kind));
}

export function itemOf(items: readonly Item[], { text }: Message): Item | undefined {
  return items.find(({ message }) => message === text);
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

/** A frame or a fetched message that is this one, although its text or its time may be wrong. */
export function isAbout({ text, at, author }: Message): Judge {
  return (value) => {
    if (!isObject(value)) return 'is no object';
    if (String(value['message']).includes(text)) return true;
    return isFrom(author, at)(value);
  };
}

/** A frame or a fetched message that this person sent at this time. */
export function isFrom({ phone }: Actor, at: number): Judge {
  return (value) =>
    (isObject(value) &&
      instantOf(value['sent_timestamp']) === at &&
      String(value['msg_from']).endsWith(phone)) ||
    'is another message';
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

/** What a check needs before it acknowledges anything: the message can be fetched. */
export async function waits(inbox: Inbox, kind: Kind, ...messages: Message[]): Promise<void> {
  const items = await fetched(inbox, kind);
  await given('A message cannot be fetched', async () =>
    expectHeld(items, messages, 'a message that was saved is not there'),
  );
}
