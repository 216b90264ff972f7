import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'history-oldest-first',
  dialects: ['receipts'],
  kind: 'history',
  says: 'The history on connect begins with the oldest of its messages.',
  breaks: ['receipts.history.newest-first'],
  storeRead: (query, rows) => (query === 'history' ? rows.toReversed() : undefined),
};
export default fault;
