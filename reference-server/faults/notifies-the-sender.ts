import type { Fault } from '../fault-kit/faults.ts';
import { isBellFor, RINGS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'notifies-the-sender',
  dialects: ['rooms'],
  kind: 'wrong-recipient',
  says: 'Who sends a message is told of it as of a new one.',
  breaks: ['rooms.notifications.not-to-the-sender'],
  audience: (told, { message, cause, connections }) =>
    RINGS.includes(message)
      ? [...told, ...connections().filter((one) => one.me.id === cause.by?.id && isBellFor(message, one))]
      : undefined,
};
export default fault;
