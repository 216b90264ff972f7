import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'chat-message-without-room',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The frame of a message lacks its room.',
  breaks: ['rooms.delivery.frame-shape'],
  outgoingFrame: inFrames('chatMessage', (frame) => without(frame, 'room')),
};
export default fault;
