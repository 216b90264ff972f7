import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'deletion-takes-other-messages',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'Deleting one room deletes what its members said elsewhere.',
  breaks: ['actions.rooms.deletion-leaves-other-rooms'],
  storeWrite(change, { cause, store }) {
    if (change.kind !== 'remove conversation' || cause.by === undefined) return undefined;
    store.database.run('delete from messages where sender = ?', cause.by.id);
    return undefined;
  },
};
export default fault;
