import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'frame-without-timestamp',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The frame of a message has no timestamp.',
  breaks: ['threads.delivery.frame-shape'],
  outgoingFrame: inFrames('reMessage', (frame) => without(frame, 'timestamp')),
};
export default fault;
