import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'deliver-again-later',
  dialects: 'all',
  kind: 'duplicate',
  says: 'Each message arrives a second time, with the one after it.',
  breaks: ['*.delivery.exactly-once'],
  sometimes: 'only when another message follows',
  outgoingFrame(frame, { delivers, to, memory }) {
    if (!delivers) return undefined;
    const before = memory.get(to);
    memory.set(to, frame);
    return before === undefined ? undefined : [before, frame];
  },
};
export default fault;
