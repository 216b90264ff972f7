import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'received-back-to-its-sender',
  dialects: ['dialogues'],
  kind: 'wrong-recipient',
  says: 'That a message was received is told to the one who received it.',
  breaks: ['dialogues.received.reaches-the-author', 'dialogues.groups.received-reaches-the-author'],
  audience: (_connections, { message, cause, connections }) =>
    message === 'msgReceivedHeard'
      ? connections().filter(({ channel, me }) => channel === 'chatReceiveSocket' && me.id === cause.by?.id)
      : undefined,
};
export default fault;
