import type { Connection } from '../connection.ts';
import type { Fault } from '../fault-kit/faults.ts';

const patience = 20;

const fault: Fault = {
  name: 'waits-for-every-reader',
  dialects: 'all',
  kind: 'connection',
  says: 'While one socket does not read what is sent to it, nobody hears anything new.',
  breaks: ['*.robustness.slow-reader'],
  sometimes: 'only while somebody reads nothing',
  outgoingFrame(_frame, { delivers, connections, memory }) {
    if (!delivers) return undefined;
    const now = performance.now();
    const open = connections();
    for (const connection of open) ask(connection, memory, now);
    return open.some((one) => now - Number(memory.get(one) ?? now) > patience) ? null : undefined;
  },
};
export default fault;

/** Remembers since when a ping has not been answered. */
function ask(connection: Connection, memory: Map<unknown, unknown>, now: number): void {
  const { socket } = connection;
  if (!memory.has(socket)) socket.on('pong', () => memory.delete(connection));
  memory.set(socket, true);
  if (memory.has(connection)) return;
  memory.set(connection, now);
  socket.ping();
}
