import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-not-stored',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'An edit is announced, but the history shows the old text.',
  breaks: ['*.edit.stored'],
  storeWrite: (change) =>
    change.kind === 'change message' && change.fields.text !== undefined ? null : undefined,
};
export default fault;
