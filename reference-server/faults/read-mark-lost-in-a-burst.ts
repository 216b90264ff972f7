import type { Fault } from '../fault-kit/faults.ts';
import { everyNth } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'read-mark-lost-in-a-burst',
  dialects: ['actions'],
  kind: 'status-flow',
  says: 'Of messages that come quickly, every seventh is never marked as read.',
  breaks: ['actions.status.sender-hears-read'],
  sometimes: 'every seventh message of a person',
  outgoingFrame: (_frame, { message, to, memory }) =>
    message === 'read' && everyNth(7, { memory }, to.me.id) ? null : undefined,
};
export default fault;
