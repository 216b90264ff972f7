import type { Fault } from '../fault-kit/faults.ts';
import { COUNTS, otherOf, readAll } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'asking-clears-the-count',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Being told a count on connecting counts as reading.',
  breaks: ['rooms.unread.asking-does-not-clear'],
  outgoingFrame(_frame, { message, to, cause, store }) {
    if (COUNTS.includes(message) && cause.connection === to) readAll(store, to.me.id, otherOf(store, to));
    return undefined;
  },
};
export default fault;
