import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stays-online-after-lost-connection',
  dialects: ['receipts'],
  kind: 'presence',
  says: 'Whoever loses the connection without taking leave counts as being there for ever.',
  breaks: ['receipts.status.offline-after-a-lost-connection'],
  sometimes: 'only when a connection is lost',
  outgoingFrame(_frame, { to, memory }) {
    if (!memory.has(to)) {
      memory.set(to, 'here');
      to.socket.prependListener('close', (code: number) => memory.set(to, code === 1006 ? 'lost' : 'left'));
    }
    return undefined;
  },
  decide: (question, _answer, { connection, memory }) =>
    question === 'leaves' && memory.get(connection) === 'lost' ? false : undefined,
};
export default fault;
