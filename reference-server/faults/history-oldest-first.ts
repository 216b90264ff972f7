import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-oldest-first',
  dialects: ['actions', 'receipts'],
  kind: 'history',
  says: 'The history begins at the wrong end.',
  breaks: ['receipts.history.newest-first', 'actions.history.oldest-first'],
  storeRead: (query, rows) => (query === 'history' ? rows.toReversed() : undefined),
};
export default fault;
