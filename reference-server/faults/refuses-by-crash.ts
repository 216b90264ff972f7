import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refuses-by-crash',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'connection',
  says: 'Somebody without a valid token is answered with an internal server error.',
  breaks: ['*.auth.socket-refuses-cleanly'],
  upgrade: (handshake) => (handshake.status === 401 ? { ...handshake, status: 500 } : undefined),
};
export default fault;
