import type { Connection } from '../connection.ts';
import type { Fault } from '../fault-kit/faults.ts';

/** So many messages may have gone to a socket that has not answered a ping meanwhile. */
const patience = 6;

const fault: Fault = {
  name: 'waits-for-every-reader',
  dialects: 'all',
  kind: 'connection',
  says: 'While one socket does not read what is sent to it, nobody hears anything new.',
  breaks: ['*.robustness.slow-reader'],
  sometimes: 'only while somebody reads nothing',
  outgoingFrame(_frame, { delivers, connections, memory, to }) {
    if (!delivers) return undefined;
    count(to, memory);
    return connections().some((one) => Number(memory.get(one) ?? 0) > patience) ? null : undefined;
  },
};
export default fault;

/** Counts what has gone to this connection since a ping that has not been answered. */
function count(to: Connection, memory: Map<unknown, unknown>): void {
  const { socket } = to;
  if (!memory.has(socket)) socket.on('pong', () => memory.delete(to));
  memory.set(socket, true);
  const before = Number(memory.get(to) ?? 0);
  memory.set(to, before + 1);
  if (before === 0) socket.ping();
}
