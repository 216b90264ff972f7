import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-is-empty',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'The list of who is in the room is empty.',
  breaks: ['rooms.presence.list-has-the-other'],
  outgoingFrame: inFrames('onlineUserList', (frame) => ({ ...frame, users: [] })),
};
export default fault;
