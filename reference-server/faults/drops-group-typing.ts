import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'drops-group-typing',
  dialects: ['dialogues'],
  kind: 'typing',
  says: 'Nobody hears that somebody is typing in a group.',
  breaks: ['dialogues.groups.typing-reaches-the-person'],
  outgoingFrame: (_frame, { message, cause }) =>
    message === 'isTypingHeard' && cause.channel === 'groupSendSocket' ? null : undefined,
};
export default fault;
