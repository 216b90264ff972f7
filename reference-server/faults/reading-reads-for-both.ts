import type { Fault } from '../fault-kit/faults.ts';
import { otherOf, readAll } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'reading-reads-for-both',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'When one of two reads, what the other has not read is read as well.',
  breaks: ['rooms.unread.reading-is-for-oneself'],
  sometimes: 'only where both have something unread',
  incomingFrame(frame, { from, store }) {
    const other = otherOf(store, from);
    if (frame['type'] === 'read_messages' && other !== undefined) readAll(store, other, from.me.id);
    return undefined;
  },
};
export default fault;
