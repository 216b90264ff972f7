import { Connection } from '../connection.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'lost-connection-closes-partner',
  dialects: ['threads'],
  kind: 'connection',
  says: 'When a connection is lost, the socket of the last person who wrote to it is closed, too.',
  breaks: ['threads.robustness.lost-connection'],
  sometimes: 'only after a connection was lost without a closing handshake',
  outgoingFrame(_frame, { to, cause, memory }) {
    const isNew = !memory.has(to);
    memory.set(to, cause.connection);
    if (isNew)
      to.socket.once('close', (code) => {
        const partner = memory.get(to);
        if (code === 1006 && partner instanceof Connection) partner.close(1011, 'Your partner is gone.');
      });
    return undefined;
  },
};
export default fault;
