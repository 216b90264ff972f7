import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-moves-created-at',
  dialects: ['actions', 'receipts'],
  kind: 'time',
  says: 'An edited message seems to be written when it was edited.',
  breaks: ['*.edit.changes-nothing-else'],
  storeWrite(change, { store }) {
    const { kind } = change;
    if (kind !== 'change message' || change.fields.text === undefined) return undefined;
    const { updatedAt = 0 } = change.fields;
    store.database.run('update messages set createdAt = ? where id = ?', updatedAt, change.id);
    return undefined;
  },
};
export default fault;
