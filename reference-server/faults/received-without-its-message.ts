import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'received-without-its-message',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'That a message was received does not say which.',
  breaks: [
    'dialogues.received.unchanged',
    'dialogues.received.frame-shape',
    'dialogues.groups.receipts-keep-their-fields',
  ],
  outgoingFrame: (frame, { message }) =>
    message === 'msgReceivedHeard' ? { ...frame, message: undefined } : undefined,
};
export default fault;
