import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { later } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'frame-times-shifted',
  dialects: ['threads'],
  kind: 'time',
  says: 'The timestamp of a message is that of another zone.',
  breaks: ['threads.delivery.timestamp-is-the-time-of-sending', 'threads.agreement.time'],
  outgoingFrame: inFrames('reMessage', (frame) => ({
    ...frame,
    timestamp: later(frame['timestamp'], 120),
  })),
};
export default fault;
