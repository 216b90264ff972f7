import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-changes-the-same-words',
  dialects: ['receipts'],
  kind: 'edit-delete',
  says: 'An edit changes every message of that person with the same text.',
  breaks: ['*.edit.changes-nothing-else'],
  sometimes: 'only where a text is repeated',
  storeWrite(change, { store }) {
    if (change.kind !== 'change message' || change.fields.text === undefined) return undefined;
    const sql =
      'update messages set text = ? where id in (select n.id from messages m join messages n on n.conversation = m.conversation and n.sender = m.sender and n.text = m.text where m.id = ?)';
    store.database.run(sql, change.fields.text, change.id);
    return undefined;
  },
};
export default fault;
