import type { Fault } from '../fault-kit/faults.ts';
import { messageIn, withMessage } from '../fault-kit/kit.ts';

const fault: Fault = {
  name: 'reuses-message-ids',
  dialects: ['actions', 'receipts'],
  kind: 'ids',
  says: 'All messages of a room carry the id of its first one.',
  breaks: ['*.delivery.every-message-has-its-own-id'],
  outgoingFrame(frame, { delivers, to, memory }) {
    if (!delivers) return undefined;
    if (!memory.has(to.address)) memory.set(to.address, messageIn(frame)['message_id']);
    return withMessage(frame, { message_id: memory.get(to.address) });
  },
};
export default fault;
