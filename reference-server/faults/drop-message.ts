import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'drop-message',
  dialects: 'all',
  kind: 'lost-delivery',
  says: 'A message is stored and shown to its sender, but does not reach the other person while they are connected.',
  breaks: [
    'receipts.delivery.reaches-the-other-member',
    'actions.delivery.reaches-the-other-member',
    'threads.delivery.reaches-receiver',
    'dialogues.delivery.reaches-the-receiver',
    'rooms.delivery.reaches-the-other',
    // At a rate it hits one socket of several.
    '*.delivery.reaches-every-socket',
    '*.delivery.reaches-every-receive-socket',
    'dialogues.groups.reaches-every-participant',
    'dialogues.delivery.both-directions',
    'dialogues.delivery.follows-the-address',
  ],
  outgoingFrame: (_frame, { delivers, to, cause }) =>
    delivers && to.me.id !== cause.by?.id ? null : undefined,
};
export default fault;
