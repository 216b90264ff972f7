import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'frame-without-author',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The frame of a message does not say who wrote it.',
  breaks: ['rooms.delivery.names-its-author'],
  outgoingFrame: inFrames('chatMessage', (frame) => without(frame, 'from_user')),
};
export default fault;
