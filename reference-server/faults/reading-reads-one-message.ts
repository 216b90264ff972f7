import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'reading-reads-one-message',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Reading reads one message of those that are unread.',
  breaks: ['rooms.unread.reading-clears-the-conversation', 'rooms.unread.reading-lowers-the-total'],
  sometimes: 'only where more than one message is unread',
  storeWrite(change, { cause, memory }) {
    if (change.kind !== 'remove pending') return undefined;
    if (memory.has(cause)) return null;
    memory.set(cause, true);
    return undefined;
  },
};
export default fault;
