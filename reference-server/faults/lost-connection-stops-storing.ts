import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'lost-connection-stops-storing',
  dialects: ['threads'],
  kind: 'persistence',
  says: 'After a connection was lost, messages to its person are not stored.',
  breaks: ['threads.robustness.lost-connection'],
  sometimes: 'only after a connection was lost without a closing handshake',
  outgoingFrame(_frame, { to, memory }) {
    if (memory.has(to)) return undefined;
    memory.set(to, true);
    to.socket.once('close', (code) => {
      if (code === 1006) memory.set(to.me.id, true);
    });
    return undefined;
  },
  storeWrite: (change, { memory }) =>
    change.kind === 'add message' && memory.has(change.message.receiver) ? null : undefined,
};
export default fault;
