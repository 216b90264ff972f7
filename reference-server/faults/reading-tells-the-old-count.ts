import type { Fault } from '../fault-kit/faults.ts';
import { COUNTS, isReading, otherOf, unreadOf } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'reading-tells-the-old-count',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'After reading the counts of before are told.',
  breaks: ['rooms.unread.reader-hears-conversation-count', 'rooms.unread.reader-hears-total-count'],
  incomingFrame(frame, { from, memory, store }) {
    if (!(frame['type'] === 'read_messages')) return undefined;
    const unread = unreadOf(store, from.me.id);
    const other = otherOf(store, from);
    memory.set('totalUnreadCount', unread.length);
    memory.set('conversationUnreadCount', unread.filter(({ sender }) => sender === other).length);
    return undefined;
  },
  outgoingFrame: (frame, { message, cause, memory }) =>
    COUNTS.includes(message) && isReading(cause)
      ? { ...frame, unread_count: memory.get(message) }
      : undefined,
};
export default fault;
