import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-normalises-text',
  dialects: ['actions', 'receipts'],
  kind: 'text',
  says: 'Letters with combining accents in an edited text are replaced by others.',
  breaks: ['*.text.edited'],
  sometimes: 'only in edited texts with combining marks',
  storeWrite(change) {
    if (change.kind !== 'change message' || change.fields.text === undefined) return undefined;
    const { text } = change.fields;
    return { ...change, fields: { ...change.fields, text: text.normalize('NFC') } };
  },
};
export default fault;
