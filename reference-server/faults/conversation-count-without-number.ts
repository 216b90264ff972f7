import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'conversation-count-without-number',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The count of one conversation comes without a number.',
  breaks: ['rooms.notifications.count-shape'],
  outgoingFrame: inFrames('conversationUnreadCount', (frame) => without(frame, 'unread_count')),
};
export default fault;
