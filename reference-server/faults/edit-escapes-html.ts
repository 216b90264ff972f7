import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-escapes-html',
  dialects: ['actions', 'receipts'],
  kind: 'text',
  says: 'Angle brackets in an edited text are &lt; in the history.',
  breaks: ['*.text.edited'],
  sometimes: 'only in edited texts with markup',
  storeWrite(change) {
    if (change.kind !== 'change message' || change.fields.text === undefined) return undefined;
    const { text } = change.fields;
    return { ...change, fields: { ...change.fields, text: text.replaceAll('<', '&lt;') } };
  },
};
export default fault;
