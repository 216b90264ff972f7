import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leave-announced-twice',
  dialects: ['rooms'],
  kind: 'duplicate',
  says: 'That somebody has left a room is told twice.',
  breaks: ['rooms.presence.announced-once'],
  outgoingFrame: inFrames('userLeave', (frame) => [frame, frame]),
};
export default fault;
