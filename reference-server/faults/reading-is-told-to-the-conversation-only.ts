import { inFrames } from '../alter.ts';
import { isReading } from '../fault-rooms.ts';
import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'reading-is-told-to-the-conversation-only',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'After reading the socket of all conversations is not told.',
  breaks: ['rooms.unread.reader-hears-total-count'],
  outgoingFrame: inFrames('totalUnreadCount', (_frame, { cause }) => (isReading(cause) ? null : undefined)),
};
export default fault;
