import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'one-room-for-everybody',
  dialects: ['receipts'],
  kind: 'ids',
  says: 'Whoever asks for a room gets the one that was asked for first.',
  breaks: ['receipts.rooms.other-pair-other-room'],
  outgoingResponse(answer, { operation, memory, cause }) {
    if (operation !== 'getOrCreateRoom' || !isFrame(answer.body) || answer.status !== 200) return undefined;
    const own = cause.by?.id;
    if (!memory.has(own)) memory.set(own, answer.body['room_id']);
    return { ...answer, body: { room_id: memory.get(own) } };
  },
};
export default fault;
