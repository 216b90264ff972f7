import type { Fault } from '../fault-kit/faults.ts';
import { COUNTS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'count-stays-zero',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Nothing ever counts as unread.',
  breaks: ['rooms.unread.conversation-counts-each-message', 'rooms.unread.total-counts-each-message'],
  outgoingFrame: (frame, { message }) =>
    COUNTS.includes(message) ? { ...frame, unread_count: 0 } : undefined,
};
export default fault;
