import http from 'k6/http';
import type { ChatMessage, SendText } from '../../specs/receipts/generated/frames.ts';
import type { operations } from '../../specs/receipts/generated/http.ts';
import { converse } from '../kit/conversation.ts';
import type { Conversation } from '../kit/plan.ts';
import { address } from '../kit/run.ts';
import { enter, isFrame } from '../kit/socket.ts';

export { options } from '../kit/run.ts';

const rooms = new Map<number, unknown>();

export default (): Promise<void> =>
  converse(async (conversation, side, hears) => {
    const room_id = roomOf(conversation);
    const place = { channel: 'room', params: { room_id } };
    const socket = await enter<SendText>(conversation.people[side], place, (frame) => {
      if (isFrame<ChatMessage, 'type'>(frame, 'type', 'chat_message')) hears(frame.message?.text);
    });
    return socket && { ...socket, say: (text) => socket.send({ message: text }) };
  });

function roomOf({ id, people: [one, other] }: Conversation): unknown {
  const known = rooms.get(id);
  if (known !== undefined) return known;
  const operation: keyof operations = 'getOrCreateRoom';
  const query: operations['getOrCreateRoom']['parameters']['query'] = {
    user_id_1: Number(one.id),
    user_id_2: Number(other.id),
  };
  const { headers } = one.http;
  const answer = http.post(address('http', operation, {}, { ...query, ...one.http.query }), null, {
    headers,
  });
  const room: unknown = answer.json('room_id');
  rooms.set(id, room);
  return room;
}
