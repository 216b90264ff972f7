import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leave-not-announced',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'Nobody is told that somebody has left a room.',
  breaks: ['rooms.presence.leave-announced', 'rooms.presence.leave-after-a-lost-connection'],
  outgoingFrame: inFrames('userLeave', () => null),
};
export default fault;
