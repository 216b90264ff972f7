import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-takes-the-next-one',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'A deletion takes the message after it along.',
  breaks: ['*.delete.leaves-the-others'],
  sometimes: 'only when another message follows',
  storeWrite(change, { store }) {
    if (change.kind !== 'remove message') return undefined;
    const sql =
      'delete from messages where id = (select min(n.id) from messages m join messages n on n.conversation = m.conversation and n.id > m.id where m.id = ?)';
    store.database.run(sql, change.id);
    return undefined;
  },
};
export default fault;
