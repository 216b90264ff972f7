import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refuses-personal-sockets',
  dialects: ['dialogues'],
  kind: 'connection',
  says: 'No send socket to a person opens.',
  breaks: ['dialogues.sockets.personal-socket-opens'],
  upgrade: (handshake, { channel }) =>
    channel === 'chatSendSocket' ? { ...handshake, status: 404 } : undefined,
};
export default fault;
