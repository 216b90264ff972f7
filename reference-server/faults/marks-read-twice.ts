import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'marks-read-twice',
  dialects: ['actions', 'receipts'],
  kind: 'duplicate',
  says: 'The sender is told twice that a message was read.',
  breaks: ['*.status.marked-once'],
  outgoingFrame: (frame, { message }) => (message === 'read' ? [frame, frame] : undefined),
};
export default fault;
