import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-sorted-by-sender',
  dialects: ['rooms', 'threads'],
  kind: 'history',
  says: 'The messages are sorted by their senders.',
  breaks: ['threads.history.one-direction', 'rooms.history.in-one-direction'],
  storeRead: (query, rows) =>
    query === 'history' ? rows.toSorted((a, b) => Number(a['sender']) - Number(b['sender'])) : undefined,
};
export default fault;
