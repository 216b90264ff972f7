import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-ignores-edits',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'The list shows the text from before an edit.',
  breaks: ['actions.list.follows-edits-and-deletions'],
  sometimes: 'only after an edit',
  storeWrite(change, { memory, store }) {
    if (change.kind !== 'change message' || change.fields.text === undefined) return undefined;
    const [row] = store.database.rows<{ text: string }>('select text from messages where id = ?', change.id);
    if (!memory.has(change.id)) memory.set(change.id, row?.text);
    return undefined;
  },
  storeRead: (query, rows, { memory, cause }) =>
    query === 'history' && cause.operation === 'listRooms'
      ? rows.map((row) => ({ ...row, text: memory.get(row['id']) ?? row['text'] }))
      : undefined,
};
export default fault;
