import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'drops-typing',
  dialects: ['dialogues'],
  kind: 'typing',
  says: 'Nobody hears that somebody is typing.',
  breaks: ['dialogues.typing.reaches-the-receiver', 'dialogues.groups.typing-reaches-the-person'],
  outgoingFrame: (_frame, { message }) => (message === 'isTypingHeard' ? null : undefined),
};
export default fault;
