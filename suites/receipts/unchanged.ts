// After a request that must change nothing: the message is in the history as it was.
import { Failure, given } from '../kit/failure.ts';
import { sameId, show } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import type { Cast, Message } from './driver.ts';
import type { HistoryItem } from './seat.ts';

export function itemOf(items: readonly HistoryItem[], id: Id): HistoryItem | undefined {
  return items.find(({ message_id }) => sameId(id)(message_id) === true);
}

export async function expectUnchanged(
  cast: Cast,
  room: Id,
  message: Message,
  requirement?: string,
): Promise<void> {
  const items = await given('The history could not be read', () => cast.history(cast.alice, room));
  const item = itemOf(items, message.id);
  if (item?.text === message.text) return;
  throw new Failure({
    expected: `message ${message.id} is in the history as it was: ${show(message.text)}`,
    received: item === undefined ? 'it is not there' : show(item.text),
    because:
      item === undefined
        ? 'the message is gone from the history, although the request had to change nothing'
        : 'the message has another text, although the request had to change nothing',
    requirement,
  });
}
