import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'reading-clears-the-total',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Reading one conversation makes the count of all zero.',
  breaks: ['rooms.unread.reading-lowers-the-total'],
  sometimes: 'only where something else is unread',
  storeWrite(change, { memory }) {
    if (change.kind === 'remove pending') memory.set(change.person, true);
    if (change.kind === 'add pending') memory.delete(change.person);
    return undefined;
  },
  outgoingFrame: inFrames('totalUnreadCount', (frame, { to, memory }) =>
    memory.has(to.me.id) ? { ...frame, unread_count: 0 } : undefined,
  ),
};
export default fault;
