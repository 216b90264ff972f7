import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-echo',
  dialects: ['actions', 'receipts'],
  kind: 'lost-delivery',
  says: 'The one who writes a message is not shown it.',
  breaks: ['*.delivery.reaches-the-sender'],
  outgoingFrame: (_frame, { delivers, to, cause }) =>
    delivers && to.me.id === cause.by?.id ? null : undefined,
};
export default fault;
