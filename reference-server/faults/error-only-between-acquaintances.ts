import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'error-only-between-acquaintances',
  dialects: ['dialogues'],
  kind: 'robustness',
  says: 'Acknowledging a message of somebody who never wrote is answered by nothing.',
  breaks: ['dialogues.errors.unknown-message'],
  sometimes: 'only between two people of whom neither has written to the other',
  incomingFrame(frame, { memory }) {
    if (frame['command'] === 'new_msg') memory.set(pairOf(frame), true);
    return undefined;
  },
  outgoingFrame(_frame, { message, cause, memory }) {
    const isStrange = fieldOf(cause.input, 'command') === 'msg_received' && !memory.has(pairOf(cause.input));
    return message === 'commandFailed' && isStrange ? null : undefined;
  },
};
export default fault;

function pairOf(frame: unknown): string {
  const [one, other] = [String(fieldOf(frame, 'msg_from')), String(fieldOf(frame, 'msg_to'))];
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
