import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-keeps-updated-at',
  dialects: ['actions', 'receipts'],
  kind: 'time',
  says: 'An edit does not change when the message was changed.',
  breaks: ['*.edit.moves-updated-at'],
  storeWrite(change) {
    if (change.kind !== 'change message') return undefined;
    const { updatedAt: _gone, ...fields } = change.fields;
    return { ...change, fields };
  },
};
export default fault;
