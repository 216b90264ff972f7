import type { Fault } from '../fault-kit/faults.ts';
import { withMessage } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'delivered-mark-says-send',
  dialects: ['actions', 'receipts'],
  kind: 'status-flow',
  says: 'The mark that a message was delivered still says "send".',
  breaks: ['*.status.delivered-frame-values'],
  outgoingFrame: (frame, { message }) =>
    message === 'delivered' ? withMessage(frame, { status: 'send' }) : undefined,
};
export default fault;
