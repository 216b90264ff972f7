import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-list-on-connect',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'Nobody is told who is in the room.',
  breaks: ['rooms.presence.list-on-connect'],
  outgoingFrame: inFrames('onlineUserList', () => null),
};
export default fault;
