import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'empty-text-poisons-room',
  dialects: ['rooms'],
  kind: 'robustness',
  says: 'Who has sent a message without text is heard by nobody any more.',
  breaks: ['rooms.robustness.poisoned-room'],
  sometimes: 'only after a message without text',
  incomingFrame(frame, { from, memory }) {
    if (frame['message'] === '') memory.set(from.me.id, true);
    return undefined;
  },
  outgoingFrame: (_frame, { delivers, cause, memory }) =>
    delivers && memory.has(cause.by?.id) ? null : undefined,
};
export default fault;
