import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'msg-sent-names-its-own-time',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'The confirmation has its own time where the message is named.',
  breaks: ['dialogues.sent.names-the-message', 'dialogues.groups.msg-sent-names-the-message'],
  outgoingFrame: (frame, { message }) =>
    message.startsWith('msgSent') ? { ...frame, message: frame['sent_timestamp'] } : undefined,
};
export default fault;
