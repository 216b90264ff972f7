import { siblings } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { RINGS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'only-newest-bell-rings',
  dialects: ['rooms'],
  kind: 'wrong-recipient',
  says: 'Of several notification sockets of one kind only the newest is told of a new message.',
  breaks: ['rooms.notifications.on-every-socket'],
  sometimes: 'only when somebody has several of them open',
  outgoingFrame: (_frame, context) =>
    RINGS.includes(context.message) && siblings(context.to, context).at(-1) !== context.to ? null : undefined,
};
export default fault;
