import type { Fault } from '../fault-kit/faults.ts';
import { everyNth } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'delivered-mark-lost-in-a-burst',
  dialects: ['actions'],
  kind: 'status-flow',
  says: 'Of messages that come quickly, every fifth is never marked as delivered.',
  breaks: ['actions.status.sender-hears-delivered', 'actions.status.delivered-although-absent'],
  sometimes: 'every fifth message of a person',
  outgoingFrame: (_frame, { message, to, memory }) =>
    message === 'delivered' && everyNth(5, { memory }, to.me.id) ? null : undefined,
};
export default fault;
