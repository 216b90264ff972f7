import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'count-at-most-9',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'The count of a conversation stops at nine.',
  breaks: ['rooms.unread.conversation-counts-each-message'],
  sometimes: 'only from the tenth unread message on',
  outgoingFrame: inFrames('conversationUnreadCount', (frame) => ({
    ...frame,
    unread_count: Math.min(9, Number(frame['unread_count'])),
  })),
};
export default fault;
