import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leave-forgotten-after-two-sockets',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'Somebody who has closed one of two sockets is not said to leave when the other closes.',
  breaks: ['rooms.presence.leave-announced', 'rooms.presence.leave-after-a-lost-connection'],
  sometimes: 'only for somebody with two sockets in a room',
  decide(question, answer, { connection, memory }) {
    if (question !== 'departs' || connection === undefined) return undefined;
    const key = `${connection.me.id} ${connection.topics[0]}`;
    if (!answer) memory.set(key, true);
    return answer && memory.delete(key) ? false : undefined;
  },
};
export default fault;
