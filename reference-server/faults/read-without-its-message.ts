import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'read-without-its-message',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'That a message was read does not say which.',
  breaks: [
    'dialogues.read.unchanged',
    'dialogues.read.frame-shape',
    'dialogues.groups.receipts-keep-their-fields',
  ],
  outgoingFrame: (frame, { message }) =>
    ['msgReadHeard', 'read.after-received'].includes(message) ? { ...frame, message: undefined } : undefined,
};
export default fault;
