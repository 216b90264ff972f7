import { siblings } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { RINGS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'notifies-once-for-each-socket',
  dialects: ['rooms'],
  kind: 'duplicate',
  says: 'A new message is announced as often as its receiver has notification sockets of the kind.',
  breaks: ['rooms.notifications.once-for-each-message'],
  sometimes: 'only when somebody has several of them open',
  outgoingFrame: (frame, context) =>
    RINGS.includes(context.message) ? siblings(context.to, context).map(() => frame) : undefined,
};
export default fault;
