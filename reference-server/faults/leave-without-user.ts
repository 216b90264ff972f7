import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'leave-without-user',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'It is not told who has left a room.',
  breaks: ['rooms.presence.leave-names-the-person'],
  outgoingFrame: inFrames('userLeave', (frame) => without(frame, 'user')),
};
export default fault;
