import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-of-everybody',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'The list of who is in the room holds everybody who is connected anywhere.',
  breaks: ['rooms.presence.list-lacks-the-absent'],
  sometimes: 'only when somebody else is connected',
  outgoingFrame: inFrames('onlineUserList', (frame, { connections }) => ({
    ...frame,
    users: [...new Set(connections().map(({ me }) => me.username))],
  })),
};
export default fault;
