import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-goes-to-the-others',
  dialects: ['rooms'],
  kind: 'wrong-recipient',
  says: 'Who is in the room is told to those who are there, not to the newcomer.',
  breaks: ['rooms.presence.list-on-connect'],
  outgoingFrame: inFrames('onlineUserList', (frame, { to, cause, connections }) => {
    if (cause.connection !== to) return undefined;
    for (const one of connections())
      if (one !== to && one.topics[0] === to.topics[0]) one.send('onlineUserList', frame);
    return null;
  }),
};
export default fault;
