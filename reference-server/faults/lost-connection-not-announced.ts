import type { Fault } from '../fault-kit/faults.ts';
import { watchClosing } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'lost-connection-not-announced',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'Nobody is told when somebody loses the connection.',
  breaks: ['rooms.presence.leave-after-a-lost-connection'],
  sometimes: 'only when a connection is lost',
  outgoingFrame(_frame, { to, memory }) {
    watchClosing(to, memory);
    return undefined;
  },
  decide: (question, _answer, { connection, memory }) =>
    question === 'departs' && memory.get(connection) === 'lost' ? false : undefined,
};
export default fault;
