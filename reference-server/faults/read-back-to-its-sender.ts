import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'read-back-to-its-sender',
  dialects: ['dialogues'],
  kind: 'wrong-recipient',
  says: 'That a message was read is told to the one who read it.',
  breaks: [
    'dialogues.read.reaches-the-author',
    'dialogues.groups.read-reaches-the-author',
    'dialogues.read.after-received',
  ],
  audience: (_connections, { message, cause, connections }) =>
    message === 'msgReadHeard'
      ? connections().filter(({ channel, me }) => channel === 'chatReceiveSocket' && me.id === cause.by?.id)
      : undefined,
};
export default fault;
