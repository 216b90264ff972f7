import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { unreadOf } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'one-count-for-all-conversations',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'The count of each conversation is that of all together.',
  breaks: ['rooms.unread.each-conversation-has-its-own'],
  sometimes: 'only where something is unread in several conversations',
  outgoingFrame: inFrames('conversationUnreadCount', (frame, { to, store }) => ({
    ...frame,
    unread_count: unreadOf(store, to.me.id).length,
  })),
};
export default fault;
