import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'reading-keeps-the-total',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Reading does not lower the count of all conversations.',
  breaks: ['rooms.unread.reading-lowers-the-total', 'rooms.unread.reader-hears-total-count'],
  storeWrite(change, { memory }) {
    if (change.kind === 'remove pending')
      memory.set(change.person, Number(memory.get(change.person) ?? 0) + 1);
    return undefined;
  },
  outgoingFrame: inFrames('totalUnreadCount', (frame, { to, memory }) => ({
    ...frame,
    unread_count: Number(frame['unread_count']) + Number(memory.get(to.me.id) ?? 0),
  })),
};
export default fault;
