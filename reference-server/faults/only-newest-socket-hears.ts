import { siblings } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'only-newest-socket-hears',
  dialects: 'all',
  kind: 'wrong-recipient',
  says: 'Of several sockets of one person only the one that opened last hears the messages.',
  breaks: [
    'receipts.delivery.reaches-every-socket',
    'actions.delivery.reaches-every-socket',
    'threads.delivery.reaches-every-socket',
    'dialogues.delivery.reaches-every-receive-socket',
    'rooms.delivery.reaches-every-socket',
  ],
  outgoingFrame(_frame, context) {
    const { delivers, to } = context;
    return delivers && siblings(to, context).at(-1) !== to ? null : undefined;
  },
};
export default fault;
