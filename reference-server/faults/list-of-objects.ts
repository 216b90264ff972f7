import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { usersIn } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'list-of-objects',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The list of who is in the room holds objects instead of names.',
  breaks: ['rooms.presence.list-shape'],
  outgoingFrame: inFrames('onlineUserList', (frame) => ({
    ...frame,
    users: usersIn(frame).map((username) => ({ username })),
  })),
};
export default fault;
