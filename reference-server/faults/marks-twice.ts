import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'marks-twice',
  dialects: ['actions', 'receipts'],
  kind: 'duplicate',
  says: 'The sender is told twice how far a message got.',
  breaks: ['*.status.marked-once'],
  outgoingFrame: (frame, { message }) =>
    message === 'delivered' || message === 'read' ? [frame, frame] : undefined,
};
export default fault;
