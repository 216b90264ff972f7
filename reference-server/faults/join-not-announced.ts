import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'join-not-announced',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'Nobody is told that somebody has entered a room.',
  breaks: ['rooms.presence.join-announced'],
  outgoingFrame: inFrames('userJoin', () => null),
};
export default fault;
