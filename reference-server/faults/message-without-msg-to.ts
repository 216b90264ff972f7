import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'message-without-msg-to',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'A new_msg frame lacks msg_to.',
  breaks: [
    'dialogues.delivery.frame-shape',
    'dialogues.delivery.names-its-people',
    'dialogues.groups.to-is-the-hearer',
  ],
  outgoingFrame: (frame, { message }) =>
    message === 'newMsgHeard' ? { ...frame, msg_to: undefined } : undefined,
};
export default fault;
