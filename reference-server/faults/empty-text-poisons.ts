import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'empty-text-poisons',
  dialects: ['dialogues'],
  kind: 'robustness',
  says: 'Who has sent a message without text is heard by nobody any more.',
  breaks: ['dialogues.robustness.odd-message'],
  sometimes: 'When somebody sends a message without text.',
  incomingFrame(frame, { from, memory }) {
    if (frame['command'] === 'new_msg' && frame['message'] === '') memory.set(from.me.id, true);
    return undefined;
  },
  outgoingFrame: (_frame, { delivers, cause, memory }) =>
    delivers && memory.has(cause.by?.id) ? null : undefined,
};
export default fault;
