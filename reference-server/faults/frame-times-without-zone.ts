import type { Fault } from '../fault-kit/faults.ts';
import { messageIn, withMessage } from '../fault-kit/frames.ts';
import { withoutZone } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'frame-times-without-zone',
  dialects: ['actions', 'receipts', 'threads'],
  kind: 'time',
  says: 'The time in the frame of a message has no zone.',
  breaks: ['*.delivery.frame-values'],
  outgoingFrame(frame, { delivers }) {
    if (!delivers) return undefined;
    const times = ['created_at', 'updated_at', 'timestamp'].filter((field) => field in messageIn(frame));
    const without = times.map((field) => [field, withoutZone(messageIn(frame)[field])]);
    return withMessage(frame, Object.fromEntries(without));
  },
};
export default fault;
