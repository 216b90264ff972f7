import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'error-only-for-never-sent',
  dialects: ['dialogues'],
  kind: 'status-flow',
  says: 'Acknowledging what was acknowledged before is answered by nothing.',
  breaks: ['dialogues.errors.unknown-message'],
  sometimes: 'When the message was acknowledged before.',
  outgoingFrame(_frame, { message, cause, memory }) {
    const named = String(fieldOf(cause.input, 'message'));
    return message === 'commandFailed' && memory.has(named) ? null : undefined;
  },
  storeWrite(change, { cause, memory }) {
    if (change.kind === 'remove pending') memory.set(String(fieldOf(cause.input, 'message')), true);
    return undefined;
  },
};
export default fault;
