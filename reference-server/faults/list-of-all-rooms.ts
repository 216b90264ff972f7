import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-of-all-rooms',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'The list of who is in the room holds everybody who is in any room.',
  breaks: ['rooms.presence.list-lacks-the-absent'],
  sometimes: 'only when somebody is in another room',
  outgoingFrame: inFrames('onlineUserList', (frame, { connections }) => ({
    ...frame,
    users: [
      ...new Set(connections().flatMap(({ me, channel }) => (channel === 'room' ? [me.username] : []))),
    ],
  })),
};
export default fault;
