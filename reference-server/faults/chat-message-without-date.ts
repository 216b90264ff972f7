import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'chat-message-without-date',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The frame of a message lacks its time.',
  breaks: ['rooms.delivery.frame-shape'],
  outgoingFrame: inFrames('chatMessage', (frame) => without(frame, 'date_added')),
};
export default fault;
