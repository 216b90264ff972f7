import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { withoutZone } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'announcement-times-without-zone',
  dialects: ['threads'],
  kind: 'time',
  says: 'The timestamp of an announced upload has no zone.',
  breaks: ['threads.announce.frame-values'],
  outgoingFrame: inFrames('reMessageFile', (frame) => ({
    ...frame,
    timestamp: withoutZone(frame['timestamp']),
  })),
};
export default fault;
