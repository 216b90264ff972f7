import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'read-before-delivered',
  dialects: ['actions', 'receipts'],
  kind: 'reorder',
  says: 'The sender is told that a message was read before being told that it was delivered.',
  breaks: ['*.status.delivered-comes-before-read'],
  outgoingFrame(frame, { message, later, send }) {
    if (message !== 'delivered') return undefined;
    later(15, () => send(frame));
    return null;
  },
};
export default fault;
