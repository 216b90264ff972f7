import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-changes-neighbour',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'An edit changes the message before it, too.',
  breaks: ['*.edit.changes-nothing-else'],
  storeWrite(change, { store }) {
    if (change.kind !== 'change message' || change.fields.text === undefined) return undefined;
    const sql =
      'update messages set text = ? where id = (select max(n.id) from messages m join messages n on n.conversation = m.conversation and n.id < m.id where m.id = ?)';
    store.database.run(sql, change.fields.text, change.id);
    return undefined;
  },
};
export default fault;
