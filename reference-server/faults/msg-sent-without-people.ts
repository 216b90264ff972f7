import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'msg-sent-without-people',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'The confirmation does not say from whom to whom the message was.',
  breaks: [
    'dialogues.sent.frame-shape',
    'dialogues.groups.msg-sent-shape',
    'dialogues.groups.msg-sent-names-the-message',
    'dialogues.sent.names-the-people',
  ],
  outgoingFrame: (frame, { message }) =>
    message.startsWith('msgSent') ? { ...frame, msg_from: undefined, msg_to: undefined } : undefined,
};
export default fault;
