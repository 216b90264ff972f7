import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'deliver-again-later',
  dialects: 'all',
  kind: 'duplicate',
  says: 'Each message arrives a second time a moment after the first.',
  breaks: ['*.delivery.exactly-once'],
  outgoingFrame(frame, { delivers, later, send }) {
    if (delivers) later(3, () => send(frame));
    return undefined;
  },
};
export default fault;
