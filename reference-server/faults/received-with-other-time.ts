import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'received-with-other-time',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'That a message was received arrives with another time than it was sent with.',
  breaks: ['dialogues.received.unchanged', 'dialogues.groups.receipts-keep-their-fields'],
  outgoingFrame: (frame, { message }) =>
    message === 'msgReceivedHeard'
      ? { ...frame, sent_timestamp: new Date(Date.now() + 1_500).toISOString() }
      : undefined,
};
export default fault;
