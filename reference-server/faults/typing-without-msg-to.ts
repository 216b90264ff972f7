import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'typing-without-msg-to',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'An is_typing frame lacks msg_to.',
  breaks: [
    'dialogues.typing.frame-shape',
    'dialogues.typing.reaches-the-receiver',
    'dialogues.groups.receipts-keep-their-fields',
  ],
  outgoingFrame: (frame, { message }) =>
    message === 'isTypingHeard' ? { ...frame, msg_to: undefined } : undefined,
};
export default fault;
