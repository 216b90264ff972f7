import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refuses-everybody',
  dialects: 'all',
  kind: 'connection',
  says: 'No socket opens any more, whoever asks.',
  breaks: [
    'receipts.auth.socket-accepts-bearer-token',
    'threads.auth.socket-accepts-token',
    'actions.auth.socket-accepts-subprotocol-token',
    'rooms.auth.room-opens',
    'dialogues.sockets.receive-socket-opens',
    'dialogues.sockets.personal-socket-opens',
    'dialogues.sockets.group-socket-opens',
  ],
  upgrade: () => ({ status: 403 }),
};
export default fault;
