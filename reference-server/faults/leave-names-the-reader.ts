import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leave-names-the-reader',
  dialects: ['rooms'],
  kind: 'identity',
  says: 'Who is told that somebody has left a room is shown their own name.',
  breaks: ['rooms.presence.leave-names-the-person'],
  outgoingFrame: inFrames('userLeave', (frame, { to }) => ({ ...frame, user: to.me.username })),
};
export default fault;
