import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'room-id-as-text',
  dialects: ['receipts'],
  kind: 'schema',
  says: 'The id of a room is a text instead of a number.',
  breaks: ['receipts.rooms.create-answer-shape'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getOrCreateRoom' && isFrame(answer.body) && answer.status === 200
      ? { ...answer, body: { ...answer.body, room_id: String(answer.body['room_id']) } }
      : undefined,
};
export default fault;
