import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { later } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'announcement-times-shifted',
  dialects: ['threads'],
  kind: 'time',
  says: 'The timestamp of an announced upload is that of another zone.',
  breaks: ['threads.announce.timestamp-is-true'],
  outgoingFrame: inFrames('reMessageFile', (frame) => ({
    ...frame,
    timestamp: later(frame['timestamp'], -300),
  })),
};
export default fault;
