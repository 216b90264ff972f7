import type { Fault } from '../fault-kit/faults.ts';
import { RINGS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'notifies-twice',
  dialects: ['rooms'],
  kind: 'duplicate',
  says: 'A new message is announced twice on every notification socket.',
  breaks: ['rooms.notifications.once-for-each-message'],
  outgoingFrame: (frame, { message }) => (RINGS.includes(message) ? [frame, frame] : undefined),
};
export default fault;
