import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-only-of-oneself',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'The list of who is in the room holds the newcomer only.',
  breaks: ['rooms.presence.list-has-the-other'],
  outgoingFrame: inFrames('onlineUserList', (frame, { to }) => ({ ...frame, users: [to.me.username] })),
};
export default fault;
