import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-unsorted',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'history',
  says: 'The messages come in no order.',
  breaks: [
    'actions.history.oldest-first',
    'receipts.history.newest-first',
    'threads.history.one-direction',
    'rooms.history.in-one-direction',
    'rooms.history.agrees-with-the-frames',
  ],
  storeRead: (query, rows) =>
    query === 'history' ? rows.toSorted((a, b) => (Number(a['id']) % 3) - (Number(b['id']) % 3)) : undefined,
};
export default fault;
