import type { History } from '../../../specs/actions/generated/frames.ts';
import type { components, operations } from '../../../specs/actions/generated/http.ts';
import { ask, isObject } from '../../kit/http.ts';
import type { List, Read } from '../../kit/seat.ts';
import { firstOf, itemsOf } from '../../kit/socket.ts';
import { placeOf } from './join.ts';

export const read: Read = async (conversation, side) => {
  const [one, other] = conversation.people;
  const history = (frame: unknown): unknown[] | undefined =>
    itemsOf<History[number]>(frame)?.map(({ text }) => text);
  return firstOf(side === 0 ? one : other, placeOf(conversation), history);
};
read.atMost = 50;
read.order = 'oldest first';

export const list: List = async ({ people: [one, other] }, side) => {
  const who = side === 0 ? one : other;
  const operation: keyof operations = 'listRooms';
  const query: operations['listRooms']['parameters']['query'] = { first_user: Number(who.id) };
  const page = await ask(who, { method: 'GET', operation, query });
  const rooms = isObject<components['schemas']['RoomPage']>(page) ? page.results : undefined;
  return itemsOf<components['schemas']['Room']>(rooms)?.map(({ last_message }) => last_message?.content);
};
