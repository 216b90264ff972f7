import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-notification-for-conversation',
  dialects: ['rooms'],
  kind: 'lost-delivery',
  says: 'The notification socket of one conversation is told of no new message.',
  breaks: ['rooms.notifications.conversation-new-message'],
  outgoingFrame: inFrames('conversationNewMessage', () => null),
};
export default fault;
