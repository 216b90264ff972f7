import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'join-with-user-object',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'Who has entered a room is told as an object instead of a name.',
  breaks: ['rooms.presence.join-names-the-newcomer'],
  outgoingFrame: inFrames('userJoin', (frame) => ({ ...frame, user: { username: frame['user'] } })),
};
export default fault;
