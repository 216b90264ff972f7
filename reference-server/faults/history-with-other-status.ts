import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-with-other-status',
  dialects: ['actions', 'receipts'],
  kind: 'status-flow',
  says: 'The history shows a status that no document knows.',
  breaks: ['receipts.history.item-values', 'actions.history.item-status'],
  outgoingFrame: (frame, { message }) =>
    message === 'history' ? withItems(frame, (item) => ({ ...item, status: 'seen' })) : undefined,
};
export default fault;
