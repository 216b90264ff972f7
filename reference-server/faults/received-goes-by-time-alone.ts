import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'received-goes-by-time-alone',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'An acknowledgement deletes whatever its sender was sent at the same time, by whomever and in whatever group.',
  breaks: ['dialogues.received.deletes-nothing-else', 'dialogues.groups.received-leaves-the-others'],
  sometimes: 'When two people write within the same millisecond.',
  storeWrite(change, { store }) {
    if (change.kind !== 'remove pending') return undefined;
    const sql =
      'select p.* from pending p join messages m on m.id = p.message join messages n on n.sentAt = m.sentAt where n.id = ? and p.person = ?';
    type Waiting = { person: number; conversation: number; message: number };
    for (const row of store.database.rows<Waiting>(sql, change.message, change.person))
      store.apply({ ...change, ...row });
    return undefined;
  },
};
export default fault;
