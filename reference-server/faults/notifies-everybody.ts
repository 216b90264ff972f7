import type { Fault } from '../fault-kit/faults.ts';
import { isBellFor } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'notifies-everybody',
  dialects: ['rooms'],
  kind: 'leak',
  says: 'Every notification socket of all conversations is told of every message.',
  breaks: ['rooms.notifications.not-to-strangers'],
  audience: (_told, { message, connections }) =>
    message === 'newMessage' ? connections().filter((one) => isBellFor(message, one)) : undefined,
};
export default fault;
