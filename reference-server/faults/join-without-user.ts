import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'join-without-user',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'It is not told who has entered a room.',
  breaks: ['rooms.presence.join-names-the-newcomer'],
  outgoingFrame: inFrames('userJoin', (frame) => without(frame, 'user')),
};
export default fault;
