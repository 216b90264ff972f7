import type { Fault } from '../fault-kit/faults.ts';
import { withMessage } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'read-mark-says-delivered',
  dialects: ['actions', 'receipts'],
  kind: 'status-flow',
  says: 'The mark that a message was read says "delivered".',
  breaks: ['*.status.read-frame-values'],
  outgoingFrame: (frame, { message }) =>
    message === 'read' ? withMessage(frame, { status: 'delivered' }) : undefined,
};
export default fault;
