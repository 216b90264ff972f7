import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'message-to-oneself-poisons',
  dialects: ['dialogues'],
  kind: 'robustness',
  says: 'Who has written to themselves is heard by nobody any more.',
  breaks: ['dialogues.robustness.odd-message'],
  sometimes: 'When somebody writes to themselves.',
  incomingFrame(frame, { from, memory }) {
    if (frame['command'] === 'new_msg' && frame['msg_to'] === from.me.phone) memory.set(from.me.id, true);
    return undefined;
  },
  outgoingFrame: (_frame, { delivers, cause, memory }) =>
    delivers && memory.has(cause.by?.id) ? null : undefined,
};
export default fault;
