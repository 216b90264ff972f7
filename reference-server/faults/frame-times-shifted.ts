import { hoursLater, inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'frame-times-shifted',
  dialects: ['threads'],
  kind: 'time',
  says: 'The timestamp of a message is that of another zone.',
  breaks: ['threads.delivery.timestamp-is-the-time-of-sending', 'threads.agreement.time'],
  outgoingFrame: inFrames('reMessage', (frame) => ({
    ...frame,
    timestamp: hoursLater(frame['timestamp'], 2),
  })),
};
export default fault;
