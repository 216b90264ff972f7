import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-names-both-always',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'The list of who is in the room names both people, whether they are there or not.',
  breaks: ['rooms.presence.list-lacks-the-absent', 'rooms.presence.list-forgets-who-left'],
  outgoingFrame: inFrames('onlineUserList', (frame, { to }) => ({
    ...frame,
    users: [to.me.username, to.head.parameters['room']],
  })),
};
export default fault;
