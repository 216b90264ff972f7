import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-moves-to-the-end',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'An edited message moves to the end of the conversation.',
  breaks: ['*.edit.changes-nothing-else'],
  storeRead: (query, rows) =>
    query === 'history'
      ? rows.toSorted((a, b) => Number(b['updatedAt']) - Number(a['updatedAt']))
      : undefined,
};
export default fault;
