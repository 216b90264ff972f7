import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-loses-astral-characters',
  dialects: ['actions', 'receipts'],
  kind: 'text',
  says: 'Emoji disappear from an edited text.',
  breaks: ['*.text.edited'],
  sometimes: 'only in edited texts with characters outside the basic plane',
  storeWrite(change) {
    if (change.kind !== 'change message' || change.fields.text === undefined) return undefined;
    const { text } = change.fields;
    return { ...change, fields: { ...change.fields, text: text.replace(/[\u{10000}-\u{10ffff}]/gu, '') } };
  },
};
export default fault;
