import type { Fault } from '../fault-kit/faults.ts';
import { COUNTS, isReading } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'reading-is-not-told',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Nobody is told the new counts after reading.',
  breaks: ['rooms.unread.reader-hears-conversation-count', 'rooms.unread.reader-hears-total-count'],
  outgoingFrame: (_frame, { message, cause }) =>
    COUNTS.includes(message) && isReading(cause) ? null : undefined,
};
export default fault;
