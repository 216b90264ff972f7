import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-skips-the-newest',
  dialects: ['actions', 'receipts'],
  kind: 'pagination',
  says: 'The newest message is not in the history when it holds more than 50.',
  breaks: ['*.history.the-newest-50'],
  sometimes: 'only in rooms with 50 messages or more',
  storeRead: (query, rows) => (query === 'history' && rows.length >= 50 ? rows.slice(1) : undefined),
};
export default fault;
