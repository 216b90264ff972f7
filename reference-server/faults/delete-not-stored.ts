import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-not-stored',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'A deletion is announced, but the message is still in the history.',
  breaks: ['*.delete.gone-from-history'],
  storeWrite: (change) => (change.kind === 'remove message' ? null : undefined),
};
export default fault;
