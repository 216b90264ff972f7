import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'last-received-does-not-delete',
  dialects: ['dialogues'],
  kind: 'group-pending',
  says: 'The last person in the pending list never leaves it.',
  breaks: ['dialogues.groups.received-by-the-last-deletes'],
  sometimes: 'When everybody else has acknowledged.',
  storeWrite(change, { cause, store }) {
    if (cause.channel !== 'groupSendSocket' || change.kind !== 'remove pending') return undefined;
    const sql = 'select person from pending where message = ?';
    return store.database.rows(sql, change.message).length === 1 ? null : undefined;
  },
};
export default fault;
