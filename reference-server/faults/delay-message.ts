import type { Fault } from '../fault-kit/faults.ts';

const LATE = 350;

const fault: Fault = {
  name: 'delay-message',
  dialects: 'all',
  kind: 'time',
  says: 'A message arrives a third of a second late, and later ones overtake it.',
  breaks: [],
  underLoad: true,
  outgoingFrame(frame, { delivers, later, send }) {
    if (!delivers) return undefined;
    later(LATE, () => send(frame));
    return null;
  },
};
export default fault;
