import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-hides-the-last-from-the-other',
  dialects: ['actions', 'receipts'],
  kind: 'history',
  says: 'The newest message is in the history of its author only.',
  breaks: ['*.history.same-for-both-members'],
  storeRead: (query, rows, { cause }) =>
    query === 'history' && rows[0]?.['sender'] !== cause.by?.id ? rows.slice(1) : undefined,
};
export default fault;
