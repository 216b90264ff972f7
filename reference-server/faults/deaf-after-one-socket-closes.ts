import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'deaf-after-one-socket-closes',
  dialects: ['threads'],
  kind: 'connection',
  says: 'When one socket of a person closes, the others hear nothing any more.',
  breaks: ['threads.delivery.goes-on-when-one-socket-closes'],
  sometimes: 'only when somebody has several sockets open',
  decide(question, _answer, { person, memory, connections }) {
    if (question !== 'leaves') return undefined;
    for (const other of connections()) if (other.me.id === person?.id) memory.set(other, true);
    return undefined;
  },
  audience: (audience, { memory }) => audience.filter((one) => !memory.has(one)),
};
export default fault;
