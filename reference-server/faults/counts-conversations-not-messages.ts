import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'counts-conversations-not-messages',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'However many messages of a conversation are unread, they count as one.',
  breaks: ['rooms.unread.conversation-counts-each-message'],
  sometimes: 'only from the second unread message on',
  outgoingFrame: inFrames('conversationUnreadCount', (frame) => ({
    ...frame,
    unread_count: Math.min(1, Number(frame['unread_count'])),
  })),
};
export default fault;
