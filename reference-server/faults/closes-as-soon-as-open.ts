import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'closes-as-soon-as-open',
  dialects: 'all',
  kind: 'connection',
  says: 'A socket opens and is closed at once, without a reason.',
  breaks: [
    'receipts.auth.socket-accepts-bearer-token',
    'threads.auth.socket-accepts-token',
    'actions.auth.socket-accepts-subprotocol-token',
    'rooms.auth.room-opens',
    'dialogues.sockets.receive-socket-opens',
    'dialogues.sockets.personal-socket-opens',
  ],
  upgrade: (handshake) => (handshake.status === 101 ? { ...handshake, closeWith: 1000 } : undefined),
};
export default fault;
