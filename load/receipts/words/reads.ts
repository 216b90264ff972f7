import type { History } from '../../../specs/receipts/generated/frames.ts';
import type { List, Read } from '../../kit/seat.ts';
import { firstOf, itemsOf } from '../../kit/socket.ts';
import { placeOf, roomOf } from './join.ts';

export const read: Read = async (conversation, side) => {
  const [one, other] = conversation.people;
  const history = (frame: unknown): unknown[] | undefined =>
    itemsOf<History[number]>(frame)?.map(({ text }) => text);
  return firstOf(side === 0 ? one : other, await placeOf(conversation), history);
};
read.atMost = 50;
read.order = 'newest first';

/** There is no list of rooms: asking for the room of the two is what a client does instead. */
export const list: List = async (conversation) =>
  (await roomOf(conversation)) === undefined ? undefined : [];
