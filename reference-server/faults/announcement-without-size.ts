import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'announcement-without-size',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The frame about an upload has no size.',
  breaks: ['threads.announce.frame-shape'],
  outgoingFrame: inFrames('reMessageFile', (frame) => without(frame, 'attached_file_size')),
};
export default fault;
