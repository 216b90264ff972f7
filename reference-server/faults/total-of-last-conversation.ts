import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { unreadOf } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'total-of-last-conversation',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'The count of all conversations is that of the one where something came last.',
  breaks: ['rooms.unread.total-counts-each-message'],
  sometimes: 'only where something is unread in several conversations',
  outgoingFrame: inFrames('totalUnreadCount', (frame, { to, store }) => {
    const unread = unreadOf(store, to.me.id);
    const last = unread.at(-1)?.conversation;
    return { ...frame, unread_count: unread.filter(({ conversation }) => conversation === last).length };
  }),
};
export default fault;
