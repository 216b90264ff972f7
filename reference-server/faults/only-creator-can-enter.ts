import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';
import { isConversation } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'only-creator-can-enter',
  dialects: ['receipts'],
  kind: 'membership',
  says: 'Only the one who asked for a room first can enter it.',
  breaks: ['receipts.rooms.both-people-can-enter'],
  outgoingResponse(answer, { operation, cause, memory }) {
    if (operation !== 'getOrCreateRoom' || !isFrame(answer.body)) return undefined;
    const id = answer.body['room_id'];
    if (!memory.has(id)) memory.set(id, cause.by?.id);
    return undefined;
  },
  decide: (question, _answer, { person, about, memory }) =>
    question === 'member' && isConversation(about) && memory.has(about.id)
      ? memory.get(about.id) === person?.id
      : undefined,
};
export default fault;
