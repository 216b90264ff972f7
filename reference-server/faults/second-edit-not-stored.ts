import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'second-edit-not-stored',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'Only the first edit of a message is stored.',
  breaks: ['*.edit.stored'],
  sometimes: 'only when a message is edited twice',
  storeWrite(change, { memory }) {
    if (change.kind !== 'change message' || change.fields.text === undefined) return undefined;
    if (memory.has(change.id)) return null;
    memory.set(change.id, true);
    return undefined;
  },
};
export default fault;
