import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-takes-everything',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'A deletion empties the room.',
  breaks: ['*.delete.leaves-the-others'],
  storeWrite(change, { store }) {
    if (change.kind !== 'remove message') return undefined;
    const sql =
      'delete from messages where conversation = (select conversation from messages where id = ?) and id <> ?';
    store.database.run(sql, change.id, change.id);
    return undefined;
  },
};
export default fault;
