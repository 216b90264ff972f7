import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'typing-swaps-from-and-to',
  dialects: ['dialogues'],
  kind: 'typing',
  says: 'Who is typing to whom arrives the wrong way round.',
  breaks: ['dialogues.typing.reaches-the-receiver'],
  outgoingFrame: (frame, { message }) =>
    message === 'isTypingHeard'
      ? { ...frame, msg_from: frame['msg_to'], msg_to: frame['msg_from'] }
      : undefined,
};
export default fault;
