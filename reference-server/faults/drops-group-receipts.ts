import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'drops-group-receipts',
  dialects: ['dialogues'],
  kind: 'lost-delivery',
  says: 'Nobody hears that a message to a group was received or read.',
  breaks: ['dialogues.groups.received-reaches-the-author', 'dialogues.groups.read-reaches-the-author'],
  outgoingFrame: (_frame, { message, cause }) =>
    ['msgReceivedHeard', 'msgReadHeard'].includes(message) && cause.channel === 'groupSendSocket'
      ? null
      : undefined,
};
export default fault;
