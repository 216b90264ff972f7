import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'marks-before-the-message',
  dialects: ['actions', 'receipts'],
  kind: 'reorder',
  says: 'The sender is told that a message was delivered before the message itself is shown.',
  breaks: ['*.status.delivered-comes-before-read'],
  outgoingFrame(frame, { delivers, to, cause, later, send }) {
    if (!delivers || to.me.id !== cause.by?.id) return undefined;
    later(15, () => send(frame));
    return null;
  },
};
export default fault;
