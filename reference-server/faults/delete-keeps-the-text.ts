import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-keeps-the-text',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'A deleted message is still in the history, with an empty text.',
  breaks: ['*.delete.gone-from-history'],
  storeWrite: (change) =>
    change.kind === 'remove message'
      ? { kind: 'change message', id: change.id, fields: { text: '' } }
      : undefined,
};
export default fault;
