import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'lost-connection-poisons-its-person',
  dialects: 'all',
  kind: 'connection',
  says: 'After a connection was lost, nothing reaches its person any more, on new sockets either.',
  breaks: ['*.robustness.half-open', '*.robustness.vanishing', '*.robustness.fragmented-frame'],
  sometimes: 'only after a connection was lost without a closing handshake',
  outgoingFrame(_frame, { to, cause, connections, memory }) {
    for (const connection of connections()) {
      if (memory.has(connection)) continue;
      memory.set(connection, 'watched');
      connection.socket.once('close', (code) => {
        if (code === 1006) memory.set(connection.me.id, 'lost');
      });
    }
    return memory.has(to.me.id) || memory.has(cause.by?.id) ? null : undefined;
  },
};
export default fault;
