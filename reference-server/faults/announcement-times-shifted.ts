import { hoursLater, inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'announcement-times-shifted',
  dialects: ['threads'],
  kind: 'time',
  says: 'The timestamp of an announced upload is that of another zone.',
  breaks: ['threads.announce.timestamp-is-true'],
  outgoingFrame: inFrames('reMessageFile', (frame) => ({
    ...frame,
    timestamp: hoursLater(frame['timestamp'], -5),
  })),
};
export default fault;
