import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'read-with-other-time',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'That a message was read arrives with another time than it was sent with.',
  breaks: ['dialogues.read.unchanged', 'dialogues.groups.receipts-keep-their-fields'],
  outgoingFrame: (frame, { message }) =>
    message === 'msgReadHeard'
      ? { ...frame, sent_timestamp: new Date(Date.now() + 1_500).toISOString() }
      : undefined,
};
export default fault;
