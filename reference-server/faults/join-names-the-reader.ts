import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'join-names-the-reader',
  dialects: ['rooms'],
  kind: 'identity',
  says: 'Who is told that somebody has entered a room is shown their own name.',
  breaks: ['rooms.presence.join-names-the-newcomer'],
  outgoingFrame: inFrames('userJoin', (frame, { to }) => ({ ...frame, user: to.me.username })),
};
export default fault;
