import type { components, operations } from '../../../specs/rooms/generated/http.ts';
import { ask, isObject } from '../../kit/http.ts';
import type { List, Read } from '../../kit/seat.ts';
import { itemsOf } from '../../kit/socket.ts';

type Stored = components['schemas']['HistoryItem'];

export const read: Read = async ({ people: [one, other] }, side) => {
  const [me, you] = side === 0 ? [one, other] : [other, one];
  const operation: keyof operations = 'listMessages';
  const params: operations['listMessages']['parameters']['path'] = { room: you.username };
  const answer = await ask(me, { method: 'GET', operation, params: { ...params } });
  const messages = isObject<components['schemas']['History']>(answer) ? answer.messages : undefined;
  return itemsOf<Stored>(messages)?.map(({ content }) => content);
};

export const list: List = async ({ people: [one, other] }, side) => {
  const operation: keyof operations = 'listConversations';
  const answer = await ask(side === 0 ? one : other, { method: 'GET', operation });
  return itemsOf<components['schemas']['Conversation']>(answer)?.map(
    ({ last_message }) => last_message?.content,
  );
};
