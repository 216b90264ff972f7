import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-takes-the-same-words',
  dialects: ['receipts'],
  kind: 'edit-delete',
  says: 'A deletion takes every message of that person with the same text.',
  breaks: ['*.delete.leaves-the-others'],
  sometimes: 'only where a text is repeated',
  storeWrite(change, { store }) {
    if (change.kind !== 'remove message') return undefined;
    const sql =
      'delete from messages where id in (select n.id from messages m join messages n on n.conversation = m.conversation and n.sender = m.sender and n.text = m.text and n.id <> m.id where m.id = ?)';
    store.database.run(sql, change.id);
    return undefined;
  },
};
export default fault;
