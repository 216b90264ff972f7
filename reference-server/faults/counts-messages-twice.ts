import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'counts-messages-twice',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Each unread message of a conversation counts as two.',
  breaks: ['rooms.unread.conversation-counts-each-message'],
  outgoingFrame: inFrames('conversationUnreadCount', (frame) => ({
    ...frame,
    unread_count: 2 * Number(frame['unread_count']),
  })),
};
export default fault;
