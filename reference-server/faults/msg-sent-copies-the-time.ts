import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'msg-sent-copies-the-time',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'The confirmation repeats the time of the message as its own.',
  breaks: ['dialogues.sent.has-its-own-time'],
  outgoingFrame: (frame, { message }) =>
    message.startsWith('msgSent') ? { ...frame, sent_timestamp: frame['message'] } : undefined,
};
export default fault;
