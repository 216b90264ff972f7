import type { Fault } from '../fault-kit/faults.ts';
import { usersIn, watchClosing } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'list-remembers-lost-connections',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'Somebody who has lost the connection stays in the list of who is in the room.',
  breaks: ['rooms.presence.list-forgets-who-left'],
  sometimes: 'only when a connection is lost',
  outgoingFrame(frame, { message, to, memory }) {
    watchClosing(to, memory);
    if (message !== 'onlineUserList') return undefined;
    const users = usersIn(frame);
    return { ...frame, users: [...users, ...usersIn({ users: memory.get(to.topics[0]) })] };
  },
  decide(question, _answer, { connection, memory }) {
    if (question === 'leaves' && connection !== undefined && memory.get(connection) === 'lost')
      memory.set(connection.topics[0], [connection.me.username]);
    return undefined;
  },
};
export default fault;
