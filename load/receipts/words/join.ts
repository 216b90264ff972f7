import type { ChatMessage, Delivered, Read, SendText } from '../../../specs/receipts/generated/frames.ts';
import type { operations } from '../../../specs/receipts/generated/http.ts';
import { ask } from '../../kit/http.ts';
import type { Conversation } from '../../kit/plan.ts';
import type { Join } from '../../kit/seat.ts';
import { enter, isFrame, type Place } from '../../kit/socket.ts';

type Room = operations['getOrCreateRoom']['responses'][200]['content']['application/json'];

const rooms = new Map<number, Promise<unknown>>();

export const join: Join = async (conversation, side, ears) => {
  const [one, other] = conversation.people;
  const place = await placeOf(conversation);
  const socket = await enter<SendText>(side === 0 ? one : other, place, (frame) => {
    if (isFrame<ChatMessage, 'type'>(frame, 'type', 'chat_message')) ears.text(frame.message?.text);
    else if (isFrame<Delivered, 'type'>(frame, 'type', 'mark_message_as_delivered'))
      ears.receipt('delivered', frame.message?.text);
    else if (isFrame<Read, 'type'>(frame, 'type', 'mark_message_as_read'))
      ears.receipt('read', frame.message?.text);
  });
  return socket && { leave: socket.leave, say: (text) => socket.send({ message: text }) };
};

/** The room of the two is asked for once. */
export async function placeOf(conversation: Conversation): Promise<Place> {
  const room = rooms.get(conversation.id) ?? roomOf(conversation);
  rooms.set(conversation.id, room);
  return { channel: 'room', params: { room_id: await room } };
}

export async function roomOf({ people: [one, other] }: Conversation): Promise<unknown> {
  const operation: keyof operations = 'getOrCreateRoom';
  const query: operations['getOrCreateRoom']['parameters']['query'] = {
    user_id_1: Number(one.id),
    user_id_2: Number(other.id),
  };
  const answer = await ask(one, { method: 'POST', operation, query });
  const field: keyof Room = 'room_id';
  return Object(answer)[field];
}
