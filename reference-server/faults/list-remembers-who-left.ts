import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { usersIn } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'list-remembers-who-left',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'The list of who is in the room holds everybody who was ever there.',
  breaks: ['rooms.presence.list-forgets-who-left'],
  sometimes: 'only after somebody has left',
  outgoingFrame: inFrames('onlineUserList', (frame, { to, memory }) => {
    const users = [...new Set([...usersIn({ users: memory.get(to.topics[0]) }), ...usersIn(frame)])];
    memory.set(to.topics[0], users);
    return { ...frame, users };
  }),
};
export default fault;
