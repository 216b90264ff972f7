import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'drop-message',
  dialects: ['receipts'],
  kind: 'lost-delivery',
  says: 'A message is stored and shown to its sender, but does not reach the other person while they are connected.',
  breaks: ['receipts.delivery.reaches-the-other-member', 'receipts.delivery.reaches-every-socket'],
  outgoingFrame: (_frame, { delivers, to, cause }) =>
    delivers && to.me.id !== cause.by?.id ? null : undefined,
};
export default fault;
