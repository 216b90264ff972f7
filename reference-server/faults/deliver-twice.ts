import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'deliver-twice',
  dialects: 'all',
  kind: 'duplicate',
  says: 'Each message arrives twice on every socket.',
  breaks: ['*.delivery.exactly-once', 'dialogues.groups.exactly-once'],
  outgoingFrame: (frame, { delivers }) => (delivers ? [frame, frame] : undefined),
};
export default fault;
