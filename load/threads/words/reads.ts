import type { components, operations } from '../../../specs/threads/generated/http.ts';
import { ask, isObject } from '../../kit/http.ts';
import type { List, Read } from '../../kit/seat.ts';
import { itemsOf } from '../../kit/socket.ts';

type Messages = components['schemas']['Messages'];
type Stored = components['schemas']['StoredMessage'];

export const read: Read = async ({ people: [one, other] }, side) => {
  const [me, you] = side === 0 ? [one, other] : [other, one];
  const operation: keyof operations = 'getMessages';
  const params: operations['getMessages']['parameters']['path'] = { uid: String(you.id) };
  const answer = await ask(me, { method: 'GET', operation, params: { ...params } });
  const messages = isObject<Messages>(answer) ? answer.entity?.messages : undefined;
  return itemsOf<Stored>(messages)?.map(({ message }) => message);
};

/** It names people, and nothing that was said. */
export const list: List = async ({ people: [one, other] }, side) => {
  const operation: keyof operations = 'getUserThreads';
  const threads = await ask(side === 0 ? one : other, { method: 'GET', operation });
  return threads === undefined ? undefined : [];
};
