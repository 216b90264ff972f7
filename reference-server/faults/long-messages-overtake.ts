import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'long-messages-overtake',
  dialects: 'all',
  kind: 'reorder',
  says: 'A message that is sent right after another one arrives before it, one time in three.',
  breaks: ['*.delivery.in-the-order-sent'],
  sometimes: 'one message in three',
  outgoingFrame(frame, { delivers, random, later, send }) {
    if (!delivers || random() > 0.3) return undefined;
    later(10, () => send(frame));
    return null;
  },
};
export default fault;
