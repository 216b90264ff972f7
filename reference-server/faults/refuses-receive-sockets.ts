import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refuses-receive-sockets',
  dialects: ['dialogues'],
  kind: 'connection',
  says: 'No receive socket opens.',
  breaks: ['dialogues.sockets.receive-socket-opens'],
  upgrade: (handshake, { channel }) =>
    channel === 'chatReceiveSocket' ? { ...handshake, status: 503 } : undefined,
};
export default fault;
