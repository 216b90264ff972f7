import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'msg-sent-swaps-from-and-to',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'The confirmation has sender and receiver swapped.',
  breaks: ['dialogues.sent.names-the-people', 'dialogues.groups.msg-sent-names-the-message'],
  outgoingFrame: (frame, { message }) =>
    message.startsWith('msgSent')
      ? { ...frame, msg_from: frame['msg_to'], msg_to: frame['msg_from'] }
      : undefined,
};
export default fault;
