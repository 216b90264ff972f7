import type { Fault } from '../fault-kit/faults.ts';
import { everyNth } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'reading-is-lost-now-and-then',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Every third time that somebody reads is not noticed.',
  breaks: ['rooms.unread.reading-clears-the-conversation'],
  sometimes: 'every third time that somebody reads',
  incomingFrame: (frame, context) =>
    frame['type'] === 'read_messages' && everyNth(3, context) ? null : undefined,
};
export default fault;
