import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-trims-text',
  dialects: ['actions', 'receipts'],
  kind: 'text',
  says: 'Spaces at both ends of an edited text are gone from the history.',
  breaks: ['*.text.edited'],
  sometimes: 'only in edited texts with spaces at an end',
  storeWrite(change) {
    if (change.kind !== 'change message' || change.fields.text === undefined) return undefined;
    const { text } = change.fields;
    return { ...change, fields: { ...change.fields, text: text.trim() } };
  },
};
export default fault;
