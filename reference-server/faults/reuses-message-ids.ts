import type { Fault } from '../fault-kit/faults.ts';
import { messageIn, withMessage } from '../fault-kit/frames.ts';
import { placeOf } from '../fault-kit/visits.ts';

const fault: Fault = {
  name: 'reuses-message-ids',
  dialects: ['actions', 'receipts'],
  kind: 'ids',
  says: 'All messages of a room carry the id of its first one.',
  breaks: ['*.delivery.every-message-has-its-own-id'],
  outgoingFrame(frame, { delivers, to, memory }) {
    if (!delivers) return undefined;
    const place = placeOf(to.head);
    if (!memory.has(place)) memory.set(place, messageIn(frame)['message_id']);
    return withMessage(frame, { message_id: memory.get(place) });
  },
};
export default fault;
