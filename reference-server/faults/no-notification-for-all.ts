import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-notification-for-all',
  dialects: ['rooms'],
  kind: 'lost-delivery',
  says: 'The notification socket of all conversations is told of no new message.',
  breaks: ['rooms.notifications.new-message'],
  outgoingFrame: inFrames('newMessage', () => null),
};
export default fault;
