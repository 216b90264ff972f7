import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-names-every-socket',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'The list of who is in the room names people once for each of their sockets.',
  breaks: ['rooms.presence.list-has-nobody-twice'],
  sometimes: 'only when somebody has several sockets in the room',
  outgoingFrame: inFrames('onlineUserList', (frame, { to, connections }) => ({
    ...frame,
    users: connections().flatMap(({ me, topics }) => (topics[0] === to.topics[0] ? [me.username] : [])),
  })),
};
export default fault;
