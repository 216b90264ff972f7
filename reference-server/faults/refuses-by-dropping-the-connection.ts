import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refuses-by-dropping-the-connection',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'connection',
  says: 'The connection of somebody without a valid token is dropped without an answer.',
  breaks: ['*.auth.socket-refuses-cleanly'],
  upgrade: (handshake) => (handshake.status === 401 ? { ...handshake, status: 0 } : undefined),
};
export default fault;
