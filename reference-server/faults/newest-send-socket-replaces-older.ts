import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'newest-send-socket-replaces-older',
  dialects: ['dialogues'],
  kind: 'connection',
  says: 'Opening a send socket closes the other send sockets of the same person.',
  breaks: ['dialogues.sockets.several-at-once'],
  upgrade(_handshake, { channel, request, connections }) {
    if (channel !== 'chatSendSocket') return undefined;
    for (const other of connections())
      if (other.channel === channel && other.me.phone === request.parameters['msg_from'])
        other.close(4001, 'Replaced.');
    return undefined;
  },
};
export default fault;
