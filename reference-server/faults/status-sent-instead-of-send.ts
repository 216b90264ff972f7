import type { Fault } from '../fault-kit/faults.ts';
import { withMessage } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'status-sent-instead-of-send',
  dialects: ['actions', 'receipts'],
  kind: 'status-flow',
  says: 'A message that was just sent has the status "sent".',
  breaks: ['receipts.delivery.frame-values', 'actions.delivery.frame-status'],
  outgoingFrame: (frame, { delivers }) => (delivers ? withMessage(frame, { status: 'sent' }) : undefined),
};
export default fault;
