import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'lets-the-refused-wait',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'authentication',
  says: 'The socket of somebody without a valid token opens and stays open in silence.',
  breaks: [
    '*.auth.socket-without-token',
    '*.auth.socket-garbage-token',
    '*.auth.socket-expired-token',
    '*.auth.socket-altered-token',
  ],
  upgrade: (handshake) => (handshake.status === 401 ? { ...handshake, status: 101 } : undefined),
};
export default fault;
