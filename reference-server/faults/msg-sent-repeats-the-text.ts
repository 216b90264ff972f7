import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'msg-sent-repeats-the-text',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'The confirmation repeats the text instead of naming the message.',
  breaks: [
    'dialogues.sent.names-the-message',
    'dialogues.sent.frame-values',
    'dialogues.groups.msg-sent-names-the-message',
    'dialogues.groups.msg-sent-values',
  ],
  outgoingFrame: (frame, { message, cause }) =>
    message.startsWith('msgSent') ? { ...frame, message: fieldOf(cause.input, 'message') } : undefined,
};
export default fault;
