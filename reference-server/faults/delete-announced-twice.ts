import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-announced-twice',
  dialects: ['actions', 'receipts'],
  kind: 'duplicate',
  says: 'A deletion is announced twice.',
  breaks: ['*.delete.announced-once'],
  outgoingFrame: (frame, { message }) => (message === 'deleted' ? [frame, frame] : undefined),
};
export default fault;
