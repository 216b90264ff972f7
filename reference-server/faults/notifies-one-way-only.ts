import type { Fault } from '../fault-kit/faults.ts';
import { RINGS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'notifies-one-way-only',
  dialects: ['rooms'],
  kind: 'wrong-recipient',
  says: 'Of two people only the one who joined first is told of new messages.',
  breaks: ['rooms.notifications.conversation-new-message', 'rooms.notifications.new-message'],
  sometimes: 'only in one direction of each conversation',
  outgoingFrame: (_frame, { message, to, cause }) =>
    RINGS.includes(message) && to.me.id > (cause.by?.id ?? 0) ? null : undefined,
};
export default fault;
