import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'opens-unknown-rooms',
  dialects: ['actions', 'receipts'],
  kind: 'membership',
  says: 'The socket of a room that does not exist opens, and nothing happens in it.',
  breaks: ['*.access.unknown-room-closes'],
  upgrade: (handshake) => (handshake.status === 404 ? { ...handshake, status: 101 } : undefined),
};
export default fault;
