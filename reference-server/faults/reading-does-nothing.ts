import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'reading-does-nothing',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Reading is not noticed.',
  breaks: [
    'rooms.unread.reading-clears-the-conversation',
    'rooms.unread.reading-lowers-the-total',
    'rooms.unread.reader-hears-conversation-count',
    'rooms.unread.reader-hears-total-count',
  ],
  incomingFrame: (frame) => (frame['type'] === 'read_messages' ? null : undefined),
};
export default fault;
