import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'join-announced-twice',
  dialects: ['rooms'],
  kind: 'duplicate',
  says: 'That somebody has entered a room is told twice.',
  breaks: ['rooms.presence.announced-once'],
  outgoingFrame: inFrames('userJoin', (frame) => [frame, frame]),
};
export default fault;
