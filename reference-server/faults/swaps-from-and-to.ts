import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'swaps-from-and-to',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'Messages and receipts between two people arrive with sender and receiver swapped.',
  breaks: [
    'dialogues.delivery.names-its-people',
    'dialogues.received.unchanged',
    'dialogues.read.unchanged',
    'dialogues.fetch.agrees-with-the-frames',
  ],
  outgoingFrame: (frame, { message, cause }) =>
    cause.channel === 'chatSendSocket' &&
    ['newMsgHeard', 'msgReceivedHeard', 'msgReadHeard'].includes(message)
      ? { ...frame, msg_from: frame['msg_to'], msg_to: frame['msg_from'] }
      : undefined,
};
export default fault;
