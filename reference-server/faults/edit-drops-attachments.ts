import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-drops-attachments',
  dialects: ['actions'],
  kind: 'media',
  says: 'After an edit the file of a message is gone.',
  breaks: ['actions.edit.changes-nothing-else'],
  sometimes: 'only messages with a file',
  storeWrite(change, { memory }) {
    if (change.kind === 'change message' && change.fields.text !== undefined) memory.set(change.id, 'edited');
    return undefined;
  },
  storeRead: (query, rows, { memory }) =>
    query === 'uploads of a message' ? rows.filter(({ message }) => !memory.has(message)) : undefined,
};
export default fault;
