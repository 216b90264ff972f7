import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isReading } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'reading-is-told-to-the-conversation-only',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'After reading the socket of all conversations is not told.',
  breaks: ['rooms.unread.reader-hears-total-count'],
  outgoingFrame: inFrames('totalUnreadCount', (_frame, { cause }) => (isReading(cause) ? null : undefined)),
};
export default fault;
