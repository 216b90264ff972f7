import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'deletion-takes-other-rooms',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'Deleting one room deletes all rooms of the person who asked.',
  breaks: ['actions.rooms.deletion-leaves-other-rooms'],
  storeWrite(change, { cause, store }) {
    if (change.kind !== 'remove conversation' || cause.by === undefined) return undefined;
    const sql = 'select conversation as id from members where person = ? and conversation <> ?';
    for (const { id } of store.database.rows<{ id: number }>(sql, cause.by.id, change.id))
      store.apply({ kind: 'remove conversation', id });
    return undefined;
  },
};
export default fault;
