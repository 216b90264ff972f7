import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-delivered-mark',
  dialects: ['actions', 'receipts'],
  kind: 'status-flow',
  says: 'The sender is never told that a message was delivered.',
  breaks: ['*.status.sender-hears-delivered'],
  outgoingFrame: (_frame, { message }) => (message === 'delivered' ? null : undefined),
};
export default fault;
