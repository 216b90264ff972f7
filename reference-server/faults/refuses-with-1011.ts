import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refuses-with-1011',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'connection',
  says: 'Somebody without a valid token is let in and then thrown out with the close code of a crash.',
  breaks: ['*.auth.socket-refuses-cleanly'],
  upgrade: (handshake) => (handshake.status === 401 ? { status: 101, closeWith: 1011 } : undefined),
};
export default fault;
