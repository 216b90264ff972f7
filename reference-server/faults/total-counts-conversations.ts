import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { unreadOf } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'total-counts-conversations',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'The count of all conversations is that of those in which something is unread.',
  breaks: ['rooms.unread.total-counts-each-message'],
  sometimes: 'only where several messages of a conversation are unread',
  outgoingFrame: inFrames('totalUnreadCount', (frame, { to, store }) => ({
    ...frame,
    unread_count: new Set(unreadOf(store, to.me.id).map(({ conversation }) => conversation)).size,
  })),
};
export default fault;
