import type { Fault } from '../fault-kit/faults.ts';
import { readAll } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'reading-reads-every-conversation',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Reading one conversation reads all of them.',
  breaks: ['rooms.unread.reading-leaves-other-conversations', 'rooms.unread.reading-lowers-the-total'],
  sometimes: 'only where something else is unread',
  incomingFrame(frame, { from, store }) {
    if (frame['type'] === 'read_messages') readAll(store, from.me.id);
    return undefined;
  },
};
export default fault;
