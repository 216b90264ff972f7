import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'room-as-number',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The room in the frame of a message is a number.',
  breaks: ['rooms.delivery.frame-shape'],
  outgoingFrame: inFrames('chatMessage', (frame) => ({ ...frame, room: 7 })),
};
export default fault;
