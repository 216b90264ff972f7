import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-read-mark',
  dialects: ['actions', 'receipts'],
  kind: 'status-flow',
  says: 'The sender is never told that a message was read.',
  breaks: ['*.status.sender-hears-read'],
  outgoingFrame: (_frame, { message }) => (message === 'read' ? null : undefined),
};
export default fault;
